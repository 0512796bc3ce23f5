import type { Bilingual } from '../../lib/language.ts';

const fr = {
  title: (name: string, race: string, round: number) => `${name}, ${race}, ${round === 1 ? 'premier' : 'second'} tour`,
  description: (name: string, race: string, round: number) =>
    `${name}, ${race}, ${round === 1 ? 'premier' : 'second'} tour\u00a0: ce que cette liste dit de chaque demande, avec la source.`,
  itsMovement: 'Son mouvement',
  byDemand: 'Demande par demande',
  list: 'La liste',
  race: 'Scrutin',
  round: { 1: 'premier tour', 2: 'second tour' },
  panel: 'Panneau',
  head: 'Tête de liste',
  nuance: 'Nuance',
  givenByPrefecture: 'attribuée par la préfecture, non par la liste',
  votes: 'Voix',
  votesOf: (votes: string, valid: string) => `${votes} sur ${valid}`,
  validVote: 'suffrage exprimé',
  validVotes: 'suffrages exprimés',
  seats: 'Sièges',
  council: (count: string) => `${count} au conseil municipal`,
  sector: (count: string) => `${count} au conseil de secteur`,
  intercommunal: (count: string) => `${count} au conseil communautaire`,
  lineage: 'D’un tour à l’autre',
  parent: { continues: 'Continue, du premier tour', merges: 'Réunit, du premier tour' },
  child: { continues: 'Se maintient au second tour', merges: 'Fusionne au second tour dans' },
};

const en: typeof fr = {
  title: (name: string, race: string, round: number) => `${name}, ${race}, ${round === 1 ? 'first' : 'second'} round`,
  description: (name: string, race: string, round: number) =>
    `${name}, ${race}, ${round === 1 ? 'first' : 'second'} round: what this list says on each demand, with its source.`,
  itsMovement: 'Its movement',
  byDemand: 'Demand by demand',
  list: 'The list',
  race: 'Ballot',
  round: { 1: 'first round', 2: 'second round' },
  panel: 'Panel',
  head: 'Head of list',
  nuance: 'Political label',
  givenByPrefecture: 'given by the prefecture, not by the list',
  votes: 'Votes',
  votesOf: (votes: string, valid: string) => `${votes} of ${valid}`,
  validVote: 'valid vote',
  validVotes: 'valid votes',
  seats: 'Seats',
  council: (count: string) => `${count} on the city council`,
  sector: (count: string) => `${count} on the sector council`,
  intercommunal: (count: string) => `${count} on the intercommunal council`,
  lineage: 'From one round to the next',
  parent: { continues: 'Continues, from the first round', merges: 'Brings together, from the first round' },
  child: { continues: 'Stands again in the second round', merges: 'Merges in the second round into' },
};

export const listWords: Bilingual<typeof fr> = { fr, en };
