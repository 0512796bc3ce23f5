import type { Bilingual } from '../../lib/language.ts';

/** The page that all campaigns share. */
const fr = {
  title: 'Accueil',
  description: 'Ce que chaque liste a répondu à une lettre ouverte avant une élection municipale, preuves à l’appui.',
  heading: 'Qui s’est engagé à quoi',
  summary:
    'Une lettre ouverte, adressée à toutes les listes d’une élection municipale. Ce que chacune y a répondu, preuves à l’appui, et ce qu’il en advient après le vote.',
  campaigns: 'Les campagnes',
  none: 'Aucune campagne n’est encore publiée.',
  fiction: 'Exemple fictif',
  demand: 'demande',
  demands: 'demandes',
  about: (demands: string, known: string, all: string) => `${demands}, position connue pour ${known} sur ${all}.`,
  upToDate: (day: string) => `À jour du ${day}.`,
  recent: 'Publié récemment',
};

const en: typeof fr = {
  title: 'Home',
  description: 'What each list answered to an open letter before a municipal election, with the proof.',
  heading: 'Who committed to what',
  summary:
    'An open letter, sent to every list of a municipal election. What each one answered, with the proof, and what becomes of it after the vote.',
  campaigns: 'Campaigns',
  none: 'No campaign is published yet.',
  fiction: 'Fictional example',
  demand: 'demand',
  demands: 'demands',
  about: (demands: string, known: string, all: string) => `${demands}, position known for ${known} out of ${all}.`,
  upToDate: (day: string) => `Up to date on ${day}.`,
  recent: 'Published recently',
};

export type HomeWords = typeof fr;
export const homeWords: Bilingual<HomeWords> = { fr, en };
