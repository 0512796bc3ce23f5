import type { Bilingual } from '../../lib/language.ts';

/** What matters to me. */
const fr = {
  title: 'Ce qui compte pour moi',
  intro:
    'Cochez les demandes qui comptent pour vous\u00a0: la page dit qui s’y engage. Rien n’est enregistré, votre choix tient dans l’adresse de la page.',
  description: 'Choisissez des demandes\u202f; la page dit en toutes lettres qui s’y engage.',
  legend: 'Les demandes de la lettre',
  submit: 'Voir qui s’y engage',
  demand: 'demande',
  demands: 'demandes',
  answer: (chosen: string) => `Sur ${chosen}`,
  commits: (commitments: string, all: string) => `s’engage sur ${commitments} sur ${all}`,
  commitsAndPart: (commitments: string, all: string, parts: string) =>
    `s’engage sur ${commitments} sur ${all}, et en partie sur ${parts}`,
  partOnly: (parts: string, all: string) => `s’engage en partie sur ${parts} sur ${all}`,
  nobody: 'Aucun engagement n’est connu, même en partie, sur ce que vous avez choisi.',
  others: (count: string) => `Aucun engagement connu pour ${count} :`,
  list: 'liste',
  lists: 'listes',
  movement: 'mouvement',
  movements: 'mouvements',
  detail: 'Le détail',
};

const en: typeof fr = {
  title: 'What matters to me',
  intro:
    'Tick the demands that matter to you: the page says who commits to them. Nothing is stored, your choice is in the address of the page.',
  description: 'Choose demands; the page says in words who commits to them.',
  legend: 'What the letter asks for',
  submit: 'See who commits',
  demand: 'demand',
  demands: 'demands',
  answer: (chosen: string) => `On ${chosen}`,
  commits: (commitments: string, all: string) => `commits to ${commitments} out of ${all}`,
  commitsAndPart: (commitments: string, all: string, parts: string) =>
    `commits to ${commitments} out of ${all}, and in part to ${parts}`,
  partOnly: (parts: string, all: string) => `commits in part to ${parts} out of ${all}`,
  nobody: 'No commitment is known, even in part, to what you chose.',
  others: (count: string) => `No known commitment for ${count}:`,
  list: 'list',
  lists: 'lists',
  movement: 'movement',
  movements: 'movements',
  detail: 'In detail',
};

export type PrioritiesWords = typeof fr;
export const prioritiesWords: Bilingual<PrioritiesWords> = { fr, en };
