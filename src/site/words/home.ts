import type { Bilingual } from '../../lib/language.ts';

/** The page that all campaigns share. */
const fr = {
  title: 'Accueil',
  description: 'Ce que chaque liste a dit des demandes d’une lettre ouverte, à une élection municipale, preuves à l’appui.',
  heading: 'Qui s’est engagé à quoi',
  summary:
    'Avant une élection municipale, une lettre ouverte demande quelque chose à toutes les listes. Ici\u00a0: ce que chacune en a dit, preuves à l’appui, et ce qu’il en advient après le vote.',
  campaigns: 'Les campagnes',
  none: 'Aucune campagne n’est encore publiée.',
  fiction: 'Exemple fictif',
  demand: 'demande',
  demands: 'demandes',
  list: 'liste',
  lists: 'listes',
  movement: 'mouvement',
  movements: 'mouvements',
  about: (demands: string, known: string, all: string) => `${demands}, position connue pour ${known} sur ${all}.`,
  upToDate: (day: string) => `À jour du ${day}.`,
  recent: 'Publié récemment',
};

const en: typeof fr = {
  title: 'Home',
  description: 'What each list said of the demands of an open letter, at a municipal election, with the proof.',
  heading: 'Who committed to what',
  summary:
    'Before a municipal election, an open letter asks something of every list. Here: what each one said of it, with the proof, and what becomes of it after the vote.',
  campaigns: 'Campaigns',
  none: 'No campaign is published yet.',
  fiction: 'Fictional example',
  demand: 'demand',
  demands: 'demands',
  list: 'list',
  lists: 'lists',
  movement: 'movement',
  movements: 'movements',
  about: (demands: string, known: string, all: string) => `${demands}, position known for ${known} out of ${all}.`,
  upToDate: (day: string) => `Up to date on ${day}.`,
  recent: 'Published recently',
};

export type HomeWords = typeof fr;
export const homeWords: Bilingual<HomeWords> = { fr, en };
