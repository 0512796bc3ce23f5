import type { Bilingual } from '../../lib/language.ts';

const fr = {
  title: 'L’affiche',
  description: (town: string) => `Une affiche A4 à imprimer, avec les demandes de la lettre et l’adresse du tableau de ${town}.`,
  print: 'Imprimez cette page\u00a0: seule l’affiche sort, sur une feuille A4.',
  question: 'Les listes qui veulent nos voix, que s’engagent-\u2060elles à faire\u202f?',
  asked: (signatories: string) => `Ce que ${signatories} leur demandent`,
  organisation: 'organisation',
  organisations: 'organisations',
  answers: 'Leurs réponses, preuves à l’appui',
  qr: (address: string) => `Code QR\u00a0: ${address}`,
  neutral: 'Aucune consigne de vote. Le silence n’est pas un refus.',
  litter: 'Ne pas jeter sur la voie publique.',
};

const en: typeof fr = {
  title: 'The poster',
  description: (town: string) =>
    `An A4 poster to print, with the demands of the letter and the address of the scoreboard of ${town}.`,
  print: 'Print this page: the poster alone comes out, on one sheet of A4.',
  question: 'The lists that want our votes: what do they commit to?',
  asked: (signatories: string) => `What ${signatories} ask of them`,
  organisation: 'organisation',
  organisations: 'organisations',
  answers: 'Their answers, with the proof',
  qr: (address: string) => `QR code: ${address}`,
  neutral: 'No voting advice. Silence is not a refusal.',
  litter: 'Please do not drop on the street.',
};

export const posterWords: Bilingual<typeof fr> = { fr, en };
