import type { ErasureRefusal } from '../../erasure/order.ts';
import { counted, enumerated } from '../../lib/typography.ts';

export const replyName = (entry: string) => `droit de réponse sur ${entry}`;

/** Why nothing was erased, and the field that it is about. */
export const refusalLabels: Record<ErasureRefusal, { field: string; text: string }> = {
  nothing_there: { field: 'contenu', text: 'Il n’y a plus rien à effacer ici : quelqu’un l’a déjà fait.' },
  changed: {
    field: 'efface',
    text: 'Ce qui serait effacé a changé depuis que vous l’avez lu. Relisez la liste, puis confirmez de nouveau.',
  },
  no_reason: { field: 'motif', text: 'Dites sur quelle décision, ou sur quel droit, l’effacement se fonde.' },
  not_confirmed: { field: 'confirmer', text: 'Cochez la case : ce qui est effacé ne revient pas.' },
};

export const scopeLabels = {
  question: 'Quelles versions',
  all: 'Toutes',
  allDetail: 'Plus rien de cette entrée ne peut être lu.',
  replaced: 'Seulement celles qui ont été remplacées',
  replacedDetail: (counts: string) =>
    `La version actuelle reste. Pour ôter un seul document ou quelques mots : corrigez d’abord l’entrée sans eux. Effacé alors : ${counts}.`,
};

/** What no program here can reach; said before and after. */
export const beyondReach = {
  heading: 'Ce que le site ne peut pas effacer',
  items: (oldCopies: readonly string[]): string[] => [
    'Les sauvegardes d’avant : les fichiers .sqlite, et le dossier « pieces » à côté d’eux. Faites-en une neuve (npm run backup) : elle dit lesquelles supprimer.',
    ...(oldCopies.length > 0
      ? [
          `Dans le dossier de données du serveur, ${counted(oldCopies.length, 'copie faite', 'copies faites')} avant une mise à jour : ${enumerated(oldCopies)}. À supprimer.`,
        ]
      : []),
    'La copie statique, si vous en publiez une : relancez npm run export vers le même dossier et remettez-le en ligne ; tout ce qui est effacé en sort.',
    'Les courriels déjà partis : accusés de réception, alertes, lettres.',
    'Ce que d’autres ont gardé : téléchargements, captures, archives du web, moteurs de recherche. Les caches en chemin se renouvellent en une heure, ou en un jour si le site ne répond pas.',
    'Le navigateur d’une personne de l’équipe qui écrivait un brouillon : il peut encore en garder les mots.',
  ],
  pending:
    'Le fichier de la base servait ailleurs et n’a pas encore pu être nettoyé. Il le sera au prochain démarrage du site, ou au prochain effacement.',
};
