import type { Bilingual } from '../../lib/language.ts';

const fr = {
  demand: (number: number) => `Demande ${number}`,
  description: (title: string) =>
    `«\u202f${title}\u202f»\u00a0: ce que la lettre demande, la règle qui code chaque réponse, et ce que chacun en dit.`,
  rules: 'Comment une réponse est codée',
  rulesNote: 'La règle est la même pour toutes les listes.',
  everyone: 'Ce que chacun en dit',
  others: 'Les autres demandes',
};

const en: typeof fr = {
  demand: (number: number) => `Demand ${number}`,
  description: (title: string) =>
    `“${title}”: what the letter asks, the rule that codes each answer, and what everyone says of it.`,
  rules: 'How an answer is coded',
  rulesNote: 'The rule is the same for every list.',
  everyone: 'What everyone says of it',
  others: 'The other demands',
};

export const demandWords: Bilingual<typeof fr> = { fr, en };
