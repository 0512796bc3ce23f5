import type { Bilingual } from '../lib/language.ts';

const fr = {
  skip: 'Aller au contenu',
  navigation: 'Navigation principale',
  crumbs: 'Fil d’Ariane',
  warning: 'Avertissement',
  fiction: 'Exemple fictif : cette commune, ces listes et ces positions sont inventées.',
  board: 'Le tableau',
  sectors: 'Mon secteur',
  compare: 'Comparer',
  letter: 'La lettre',
  edition: (number: number, when: string) => `Édition ${number}, publiée le ${when}`,
  fingerprint: 'Empreinte',
  feeds: { all: 'Toutes les éditions', page: 'Les éditions qui changent cette page' },
  follow: 'Être prévenu des changements',
  citeHeading: 'Citer cette page',
  citeMore: 'Toutes les références : APA, BibTeX, RIS, CSL-JSON',
  cite: { button: 'Copier', done: 'Copié', failed: 'Sélectionné : copiez avec votre clavier' },
  held: {
    name: 'Édition',
    text: (number: number, when: string) =>
      `Vous lisez l’édition ${number}, publiée le ${when}. Cette page reste telle qu’elle était.`,
    changes: 'Ce qui a changé depuis',
    today: 'La page d’aujourd’hui',
  },
  otherLanguage: 'English',
  locale: 'fr_FR',
  dataset: {
    description: (town: string, movements: string, demands: string) =>
      `Ce que ${movements} de ${town} disent de ${demands} d’une lettre ouverte, avec la citation, la date et la source de chaque position, les sollicitations et les corrections.`,
    demand: 'demande',
    demands: 'demandes',
    movement: 'mouvement',
    movements: 'mouvements',
  },
  about: 'À propos de ce site',
  trust: {
    editions: 'Toutes les éditions',
    method: 'Notre méthode',
    corrections: 'Les corrections',
    reply: 'Droit de réponse',
    simple: 'En mots simples',
    data: 'Les données',
    register: 'Le registre',
    poster: 'L’affiche',
    accessibility: 'Accessibilité',
    legal: 'Mentions légales',
    privacy: 'Vie privée',
  },
  freeze: {
    title: 'Trêve électorale',
    text: (round: 1 | 2, until: string) =>
      `Jusqu’au ${until}, fermeture du dernier bureau du ${round === 1 ? 'premier' : 'second'} tour, rien ne change sur ces pages : c’est la loi (code électoral, art.\u00a0L.\u00a049).`,
  },
  silence: 'Chaque position porte sa date et sa source. Le silence n’est pas un refus.',
  files: 'Ces données\u00a0:',
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
  board: 'Scoreboard',
  sectors: 'My sector',
  compare: 'Compare',
  letter: 'Letter',
  edition: (number: number, when: string) => `Edition ${number}, published on ${when}`,
  fingerprint: 'Fingerprint',
  feeds: { all: 'Every edition', page: 'The editions that change this page' },
  follow: 'Be told of changes',
  citeHeading: 'Cite this page',
  citeMore: 'Every reference: APA, BibTeX, RIS, CSL-JSON',
  cite: { button: 'Copy', done: 'Copied', failed: 'Selected: copy it with your keyboard' },
  held: {
    name: 'Edition',
    text: (number: number, when: string) =>
      `You are reading edition ${number}, published on ${when}. This page stays as it was then.`,
    changes: 'What has changed since',
    today: 'Today’s page',
  },
  otherLanguage: 'Français',
  locale: 'en_GB',
  dataset: {
    description: (town: string, movements: string, demands: string) =>
      `What ${movements} of ${town} say on ${demands} of an open letter, with the quotation, the date and the source of each position, what was asked and what was corrected.`,
    demand: 'demand',
    demands: 'demands',
    movement: 'movement',
    movements: 'movements',
  },
  about: 'About this site',
  trust: {
    editions: 'All editions',
    method: 'Our method',
    corrections: 'Corrections',
    reply: 'Right of reply',
    simple: 'In plain words',
    data: 'The data',
    register: 'The register',
    poster: 'The poster',
    accessibility: 'Accessibility',
    legal: 'Legal notice',
    privacy: 'Privacy',
  },
  freeze: {
    title: 'Election freeze',
    text: (round: 1 | 2, until: string) =>
      `Until ${until}, when the last polling place of the ${round === 1 ? 'first' : 'second'} round closes, nothing changes on these pages: it is the law (French electoral code, art.\u00a0L.\u00a049).`,
  },
  silence: 'Every position carries its date and its source. Silence is not a refusal.',
  files: 'This data:',
  dataUnder: 'Data under',
  codeUnder: 'Free software, under',
  orLater: 'or later',
};

export type FrameWords = typeof fr;
export const frameWords: Bilingual<FrameWords> = { fr, en };
