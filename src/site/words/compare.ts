import type { Bilingual } from '../../lib/language.ts';

/** Lists and movements side by side, demand by demand. */
const fr = {
  title: 'Comparer',
  titleOf: (names: string) => `Comparer ${names}`,
  titleAll: 'Toutes les listes, côte à côte',
  description: 'Ce que ces listes disent de chaque demande, côte à côte, avec ce qui a été dit et la source.',
  choose: 'Choisissez au moins une liste, ou prenez-les toutes.',
  counted: (lists: string, demands: string) => `${lists}, ${demands}, dans l’ordre des panneaux.`,
  list: 'liste',
  lists: 'listes',
  movement: 'mouvement',
  movements: 'mouvements',
  demand: 'demande',
  demands: 'demandes',
  chooser: 'Changer les listes comparées',
  chooserEmpty: 'Choisir les listes',
  everyMovement: 'Mouvements',
  chosenLists: 'Listes de secteur',
  bySector: 'Pour comparer les listes d’un bulletin, cochez-les sur la page de votre secteur\u00a0:',
  mySector: 'Mon secteur',
  submit: 'Comparer',
  all: 'Toutes les listes',
  shortfall: (condition: string) => `Condition ou manque : ${condition}`,
  upToDate: (day: string) => `À jour du ${day}.`,
};

const en: typeof fr = {
  title: 'Compare',
  titleOf: (names: string) => `Comparing ${names}`,
  titleAll: 'Every list, side by side',
  description: 'What these lists say of each demand, side by side, with what was said and the source.',
  choose: 'Choose at least one list, or take them all.',
  counted: (lists: string, demands: string) => `${lists}, ${demands}, in panel order.`,
  list: 'list',
  lists: 'lists',
  movement: 'movement',
  movements: 'movements',
  demand: 'demand',
  demands: 'demands',
  chooser: 'Change the lists that are compared',
  chooserEmpty: 'Choose the lists',
  everyMovement: 'Movements',
  chosenLists: 'Sector lists',
  bySector: 'To compare the lists of one ballot, tick them on the page of your sector:',
  mySector: 'My sector',
  submit: 'Compare',
  all: 'Every list',
  shortfall: (condition: string) => `Condition or shortfall: ${condition}`,
  upToDate: (day: string) => `Up to date on ${day}.`,
};

export type CompareWords = typeof fr;
export const compareWords: Bilingual<CompareWords> = { fr, en };
