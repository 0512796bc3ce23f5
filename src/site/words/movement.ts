import type { Bilingual } from '../../lib/language.ts';

const fr = {
  description: (name: string) =>
    `Ce que ${name} dit de chaque demande, avec la source\u202f; ses listes, et ce qui a suivi le vote.`,
  leader: 'Mené par',
  byDemand: 'Demande par demande',
  round: { 1: 'Ses listes au premier tour', 2: 'Ses listes au second tour' },
  panel: (panel: number) => `panneau ${panel}`,
  elected: (seats: string) => `${seats} au conseil municipal`,
  seat: 'siège',
  seats: 'sièges',
};

const en: typeof fr = {
  description: (name: string) => `What ${name} says on each demand, with its source; its lists, and what followed the vote.`,
  leader: 'Led by',
  byDemand: 'Demand by demand',
  round: { 1: 'Its lists in the first round', 2: 'Its lists in the second round' },
  panel: (panel: number) => `panel ${panel}`,
  elected: (seats: string) => `${seats} on the city council`,
  seat: 'seat',
  seats: 'seats',
};

export const movementWords: Bilingual<typeof fr> = { fr, en };
