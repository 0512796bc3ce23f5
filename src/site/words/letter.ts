import type { Bilingual } from '../../lib/language.ts';

const fr = {
  letter: 'La lettre',
  description: (town: string, when: string, signatories: string) =>
    `La lettre adressée ${when} aux listes candidates à ${town}\u00a0: son texte, ce qu’elle demande, et ses ${signatories}.`,
  published: (when: string) => `Publiée ${when}`,
  original: 'Lire la lettre d’origine',
  checked: (when: string) => `Vérifié ${when}.`,
  demands: 'Ce qu’elle demande',
  signatory: 'signataire',
  signatories: 'signataires',
};

const en: typeof fr = {
  letter: 'The letter',
  description: (town: string, when: string, signatories: string) =>
    `The letter sent ${when} to the lists standing in ${town}: its text, what it asks for, and its ${signatories}.`,
  published: (when: string) => `Published ${when}`,
  original: 'Read the original letter',
  checked: (when: string) => `Checked ${when}.`,
  demands: 'What it asks for',
  signatory: 'signatory',
  signatories: 'signatories',
};

export const letterWords: Bilingual<typeof fr> = { fr, en };
