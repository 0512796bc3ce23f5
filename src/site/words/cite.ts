import type { Bilingual } from '../../lib/language.ts';

const fr = {
  heading: 'Citer cette page',
  description: 'Une phrase prête à imprimer, et la référence dans les formats des logiciels de bibliographie.',
  intro: (edition: number) =>
    `Tout renvoie à l’édition ${edition}, dont l’adresse ne change pas. L’empreinte permet de vérifier que personne ne l’a réécrite.`,
  back: 'Revenir à la page',
  permanent: 'Adresse permanente',
  sentence: 'Une phrase, à imprimer telle quelle',
  short: 'Référence courte',
  apa: 'Référence APA',
  download: 'Télécharger',
};

const en: typeof fr = {
  heading: 'Cite this page',
  description: 'A sentence ready to print, and the reference in the formats of bibliography software.',
  intro: (edition: number) =>
    `Everything points to edition ${edition}, whose address does not change. With its fingerprint anyone can check that nobody has rewritten it.`,
  back: 'Back to the page',
  permanent: 'Permanent address',
  sentence: 'A sentence, to print as it is',
  short: 'Short reference',
  apa: 'APA reference',
  download: 'Download',
};

export const citeWords: Bilingual<typeof fr> = { fr, en };
