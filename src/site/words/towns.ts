import type { Bilingual } from '../../lib/language.ts';

/** What is said where there are many campaigns: from the name of a town to its lists. */
const fr = {
  label: 'Votre commune',
  hint: 'Son nom ou son code postal.',
  find: 'Trouver',
  campaign: 'campagne',
  campaigns: 'campagnes',
  town: 'commune',
  towns: 'communes',
  found: (campaigns: string, typed: string) => `${campaigns} pour ${typed} :`,
  foundFirst: (shown: string, typed: string) =>
    `Plus de ${shown} campagnes pour ${typed}. En voici ${shown} ; tapez le nom en entier.`,
  nothing: (typed: string) => `Aucune campagne pour ${typed}.`,
  nothingHelp:
    'Vérifiez le nom, ou essayez le code postal ; toutes les communes sont dans les listes plus bas. Si la vôtre n’y est pas, ce site ne suit encore aucune lettre à ses listes.',
  write: 'Pour qu’il en suive une, écrivez à ',
  recent: 'Mis à jour récemment',
  every: 'Toutes les campagnes',
  counts: (campaigns: string, towns: string) => `${campaigns}, dans ${towns}.`,
  byName: 'Chaque lien ouvre la liste des communes, de l’une à l’autre dans l’ordre alphabétique.',
  vote: (day: string, campaigns: string) => `Vote du ${day} : ${campaigns}.`,
  fictional: 'Exemples fictifs',
  fictionalAbout: (campaigns: string) => `Pour essayer : rien n’y est vrai. ${campaigns}.`,
  listDescription: (range: string, group: string) => `Les campagnes, par commune : ${range}, ${group}.`,
  fiction: 'Exemple fictif',
};

const en: typeof fr = {
  label: 'Your town',
  hint: 'Its name or its post code.',
  find: 'Find',
  campaign: 'campaign',
  campaigns: 'campaigns',
  town: 'town',
  towns: 'towns',
  found: (campaigns: string, typed: string) => `${campaigns} for ${typed}:`,
  foundFirst: (shown: string, typed: string) =>
    `More than ${shown} campaigns for ${typed}. Here are ${shown}; type the whole name.`,
  nothing: (typed: string) => `No campaign for ${typed}.`,
  nothingHelp:
    'Check the name, or try the post code; every town is in the lists below. If yours is not there, this site follows no letter to its lists yet.',
  write: 'To have one followed, write to ',
  recent: 'Updated recently',
  every: 'Every campaign',
  counts: (campaigns: string, towns: string) => `${campaigns}, in ${towns}.`,
  byName: 'Each link opens the list of towns from one name to the other, in alphabetical order.',
  vote: (day: string, campaigns: string) => `Vote of ${day}: ${campaigns}.`,
  fictional: 'Fictional examples',
  fictionalAbout: (campaigns: string) => `To try things out: nothing in them is true. ${campaigns}.`,
  listDescription: (range: string, group: string) => `The campaigns, town by town: ${range}, ${group}.`,
  fiction: 'Fictional example',
};

export type TownsWords = typeof fr;
export const townsWords: Bilingual<TownsWords> = { fr, en };
