import type { Bilingual } from '../lib/language.ts';

const fr = {
  skip: 'Aller au contenu',
  navigation: 'Navigation principale',
  crumbs: 'Fil d’Ariane',
  warning: 'Avertissement',
  fiction: 'Exemple fictif : cette commune, ces listes et ces positions sont inventées.',
  board: 'Le tableau',
  letter: 'La lettre',
  edition: (number: number, when: string) => `Édition ${number}, publiée le ${when}`,
  otherLanguage: 'English',
  silence: 'Chaque position porte sa date et sa source. Le silence n’est pas un refus.',
  files: 'Ces données :',
  dataUnder: 'Données sous',
  codeUnder: 'Logiciel libre, sous licence',
  orLater: 'ou ultérieure',
};

const en: typeof fr = {
  skip: 'Skip to content',
  navigation: 'Main navigation',
  crumbs: 'Breadcrumb',
  warning: 'Warning',
  fiction: 'Fictional example: this town, these lists and these positions are invented.',
  board: 'The scoreboard',
  letter: 'The letter',
  edition: (number: number, when: string) => `Edition ${number}, published on ${when}`,
  otherLanguage: 'Français',
  silence: 'Every position carries its date and its source. Silence is not a refusal.',
  files: 'This data:',
  dataUnder: 'Data under',
  codeUnder: 'Free software, under',
  orLater: 'or later',
};

export type FrameWords = typeof fr;
export const frameWords: Bilingual<FrameWords> = { fr, en };
