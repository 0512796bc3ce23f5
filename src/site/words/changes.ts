import type { Bilingual } from '../../lib/language.ts';

const fr = {
  heading: 'Ce qui a changé',
  description: 'Chaque ajout, chaque correction, chaque retrait, avec sa raison.',
  between: (from: string, to: string) => `Entre ${from} et ${to}`,
  upTo: (to: string) => `Tout ce que contient ${to}`,
  edition: (number: number, when: string) => `l’édition ${number} (${when})`,
  about: (title: string) => `Seulement sur cette page : ${title}`,
  everything: 'Voir tout ce qui a changé',
  oneEdition: 'édition',
  summary: (editions: string, changes: string) => `${editions} : ${changes}`,
  inEdition: (number: number, when: string) => `Édition ${number}, ${when}`,
  reason: 'Raison\u00a0:',
  page: 'Voir la page',
  files: 'Les mêmes changements, en données\u00a0:',
  choose: { heading: 'Comparer deux éditions', from: 'De', to: 'À', go: 'Comparer', beginning: 'Avant la première édition' },
  detail: 'Le détail',
  redacted: 'Le contenu a été masqué ; son empreinte reste dans le registre.',
};

const en: typeof fr = {
  heading: 'What changed',
  description: 'Every addition, correction and withdrawal, with its reason.',
  between: (from: string, to: string) => `Between ${from} and ${to}`,
  upTo: (to: string) => `Everything that ${to} holds`,
  edition: (number: number, when: string) => `edition ${number} (${when})`,
  about: (title: string) => `Only about this page: ${title}`,
  everything: 'See everything that changed',
  oneEdition: 'edition',
  summary: (editions: string, changes: string) => `${editions}: ${changes}`,
  inEdition: (number: number, when: string) => `Edition ${number}, ${when}`,
  reason: 'Reason:',
  page: 'See the page',
  files: 'The same changes, as data:',
  choose: { heading: 'Compare two editions', from: 'From', to: 'To', go: 'Compare', beginning: 'Before the first edition' },
  detail: 'In detail',
  redacted: 'The content was redacted; its fingerprint stays in the register.',
};

export const changesWords: Bilingual<typeof fr> = { fr, en };
