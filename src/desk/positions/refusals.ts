import type { Refused } from '../../positions/outcome.ts';

/** `changed`: someone saved or decided between the reading and the deciding. */
export type DeskRefusal = Refused | { refused: 'changed' };

const words: Record<Exclude<DeskRefusal['refused'], 'frozen'>, string> = {
  not_editable: 'Cette position n’est plus un brouillon : elle ne se modifie plus.',
  not_submitted: 'Quelqu’un s’est déjà prononcé sur cette position.',
  own_work: 'Vous avez écrit une part de cette position : une autre personne doit la lire.',
  no_reason: 'Dites pourquoi vous retournez cette position : l’auteur travaillera d’après vos mots.',
  incomplete: 'Il manque quelque chose à cette position. Retournez-la à son auteur.',
  not_coded: 'Choisissez d’abord votre code, sans voir celui de l’auteur.',
  coded_already: 'Vous avez déjà codé cette position. Voici les deux codes.',
  unsettled: 'Les deux codes diffèrent : dites comment le désaccord a été réglé, ou retournez la position à son auteur.',
  not_accepted:
    'Une entrée choisie n’attend plus d’être publiée : quelqu’un l’a reprise, ou publiée. Rechargez la page et choisissez de nouveau.',
  nothing_to_undo: 'Il n’y a plus rien à annuler : la suite a déjà été donnée.',
  changed: 'Cette position a changé pendant que vous la lisiez. Relisez-la : voici sa version actuelle.',
  not_published: 'Cette campagne n’est pas encore publiée.',
  same_cell:
    'Deux des entrées choisies parlent de la même case, ou corrigent le même suivi : publiez-en une, puis relisez l’autre.',
  overtaken:
    'Ce qu’un suivi choisi corrige a été corrigé depuis qu’il a été accepté : retournez-le à son auteur, qui partira de ce qui est publié.',
  nothing_there: 'Il n’y a plus rien de publié sous ce nom : quelqu’un l’a déjà retiré ou masqué.',
  proposed_already: 'Ce retrait est déjà proposé : il attend une seconde personne.',
  decided_already: 'Quelqu’un s’est déjà prononcé sur ce retrait.',
  nothing_chosen: 'Choisissez au moins une entrée à publier.',
};

/** Why nothing was done, in words that say what to do. */
export function refusalWords(refusal: DeskRefusal): string {
  if (refusal.refused !== 'frozen') return words[refusal.refused];
  return (
    `Période de réserve : rien ne se publie avant le ${refusal.until}, heure locale. ` +
    'Vous pouvez approuver maintenant et publier après ; en cas d’erreur matérielle, l’administration peut passer outre avec un motif public.'
  );
}
