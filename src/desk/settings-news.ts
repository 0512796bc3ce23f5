/** What the settings of a campaign say was just done, by the `fait` of the address. */
export const settingsNews: Readonly<Record<string, string>> = {
  ouverte: 'Campagne ouverte, en brouillon. Complétez-la dans l’ordre que vous voulez.',
  'liste-retiree': 'Liste retirée. Vous pouvez la saisir de nouveau, corrigée.',
  enregistree: 'Enregistré au bureau. Ce ne sera public qu’à la prochaine édition.',
  'import-lu': 'Fichier lu. Rien n’est encore changé : regardez, puis appliquez.',
  'import-applique': 'Import appliqué. Il peut être annulé tant que rien n’en dépend.',
  'import-annule': 'Import annulé : tout est comme avant.',
};
