import type { FollowUpRefused } from '../../followup/follow-ups.service.ts';
import type { FollowUpRefusal } from '../../followup/review.ts';

const words: Record<FollowUpRefusal, string> = {
  changed: 'Ce suivi a changé pendant que vous le lisiez. Relisez-le : voici sa version actuelle.',
  not_editable: 'Ce suivi n’est plus un brouillon : il ne se modifie plus.',
  not_waiting: 'Quelqu’un s’est déjà prononcé sur ce suivi, ou l’a repris.',
  not_yours: 'Seul son auteur reprend un suivi. Vous pouvez le lui retourner, avec un motif.',
  own_work: 'Vous avez écrit une part de ce suivi : une autre personne doit le lire.',
  no_reason: 'Dites pourquoi vous retournez ce suivi : l’auteur travaillera d’après vos mots.',
  incomplete: 'Il manque quelque chose à ce suivi. Retournez-le à son auteur.',
  gone: 'Le suivi qu’il corrige n’est plus public : quelqu’un l’a retiré ou masqué. Rien n’est à corriger.',
  not_public: 'Cette campagne n’est pas encore publiée.',
  not_accepted: 'Ce suivi n’attend plus d’être publié.',
  overtaken:
    'Ce que ce suivi corrige a été corrigé depuis qu’il a été accepté : retournez-le à son auteur, qui partira de ce qui est publié.',
  same_entry: 'Deux des suivis choisis corrigent le même : publiez-en un, puis relisez l’autre.',
};

/** Why nothing was done, in words that say what to do. */
export function followUpRefusalWords(refused: FollowUpRefused): string {
  if (refused.refused !== 'frozen') return words[refused.refused];
  return (
    `Période de réserve : rien ne se publie avant le ${refused.until}, heure locale. ` +
    'Vous pouvez accepter maintenant et publier après ; en cas d’erreur matérielle, l’administration peut passer outre avec un motif public.'
  );
}
