import type { Bilingual } from '../../lib/language.ts';

/** What is said around one answer, wherever it stands. */
const fr = {
  notOnThis: 'sans se prononcer sur cette demande',
  noLongerShown: 'ce qui en était publié n’est plus affiché',
  asked: (days: string) => `sollicitée ${days}`,
  toConfirm: 'À confirmer',
  withdrawnByAuthor: 'Position retirée par son auteur',
  entryWithdrawn: 'Une entrée a été retirée',
  entryRedacted: 'Une entrée a été masquée',
  listDiffers: 'liste de secteur diffère',
  listsDiffer: 'listes de secteur diffèrent',
  onDemand: (demand: number) => `, demande ${demand}`,
  source: 'Source',
  elsewhere: ', hors du site',
  colon: '\u00a0:',
  movementSays: (answer: string) => `Son mouvement : ${answer}`,
  since: (what: string) => `Depuis le vote : ${what}`,
};

const en: typeof fr = {
  notOnThis: 'without a word on this demand',
  noLongerShown: 'what was published of it is no longer shown',
  asked: (days: string) => `asked ${days}`,
  toConfirm: 'To be confirmed',
  withdrawnByAuthor: 'Position withdrawn by its author',
  entryWithdrawn: 'An entry was withdrawn',
  entryRedacted: 'An entry was redacted',
  listDiffers: 'sector list differs',
  listsDiffer: 'sector lists differ',
  onDemand: (demand: number) => `, demand ${demand}`,
  source: 'Source',
  elsewhere: ', on another site',
  colon: ':',
  movementSays: (answer: string) => `Its movement: ${answer}`,
  since: (what: string) => `Since the vote: ${what}`,
};

export const answerWords: Bilingual<typeof fr> = { fr, en };
