import type { Bilingual } from '../../lib/language.ts';

const fr = {
  title: 'Placer sur votre site, ou en image',
  description: 'Un cadre à copier dans votre page\u00a0: sans JavaScript, sans cookie, à jour ou figé.',
  lead: 'Choisissez ce que montre le cadre, puis copiez le code dans votre page. Il marche sans JavaScript et ne dépose aucun cookie.',
  what: 'Ce qu’il montre',
  board: 'Le tableau entier',
  movements: 'Un mouvement',
  demands: 'Une demande',
  cells: 'Une case',
  lists: 'Une liste',
  sectors: 'Un secteur',
  when: 'Quand',
  living: 'Toujours à jour',
  frozen: (number: number) => `Figé à l’édition ${number}`,
  language: 'Dans quelle langue',
  french: 'En français',
  english: 'En anglais',
  show: 'Voir',
  preview: 'Ce que verront vos lecteurs',
  code: 'Le code à copier',
  codeText:
    'La seconde ligne est facultative\u00a0: elle ajuste la hauteur du cadre à son contenu. Sans elle, le cadre garde la hauteur écrite.',
  frame: (title: string) => `Parole tenue\u00a0: ${title}`,
  edition: (number: number, when: string) => `Édition ${number}, ${when}`,
  held: (number: number) => `Figé à l’édition ${number}.`,
  since: (count: number) =>
    count === 0
      ? 'Rien n’a changé depuis.'
      : count === 1
        ? 'Un changement a été publié depuis.'
        : `${count} changements ont été publiés depuis.`,
  today: 'Voir aujourd’hui',
  source: 'La preuve et le détail sur Parole tenue',
  fiction: 'Exemple fictif.',
  silence: 'Le silence n’est pas un refus.',
  asPictures: 'La même chose en image',
  pictures: {
    'carte.png': { label: 'PNG, 1200 × 630', about: 'pour un article ou un réseau social ; ce qui n’y tient pas est compté' },
    'planche.png': { label: 'PNG, en entier', about: 'aussi haut qu’il le faut' },
    'planche.svg': { label: 'SVG, en entier', about: 'pour l’impression, à toutes les tailles' },
  },
  alt: 'Le texte de remplacement',
  altText: 'À donner avec l’image, pour qui ne la voit pas.',
};

const en: typeof fr = {
  title: 'Place it on your site, or take a picture',
  description: 'A frame to copy into your page: without JavaScript, without cookies, up to date or frozen.',
  lead: 'Choose what the frame shows, then copy the code into your page. It works without JavaScript and sets no cookie.',
  what: 'What it shows',
  board: 'The whole scoreboard',
  movements: 'A movement',
  demands: 'A demand',
  cells: 'A cell',
  lists: 'A list',
  sectors: 'A sector',
  when: 'When',
  living: 'Always up to date',
  frozen: (number) => `Frozen at edition ${number}`,
  language: 'In which language',
  french: 'In French',
  english: 'In English',
  show: 'Show',
  preview: 'What your readers will see',
  code: 'The code to copy',
  codeText:
    'The second line is optional: it fits the frame’s height to its content. Without it the frame keeps the height written.',
  frame: (title) => `Parole tenue: ${title}`,
  edition: (number, when) => `Edition ${number}, ${when}`,
  held: (number) => `Frozen at edition ${number}.`,
  since: (count) =>
    count === 0
      ? 'Nothing has changed since.'
      : count === 1
        ? 'One change has been published since.'
        : `${count} changes have been published since.`,
  today: 'See today’s',
  source: 'The proof and the detail on Parole tenue',
  fiction: 'Fictional example.',
  silence: 'Silence is not a refusal.',
  asPictures: 'The same as a picture',
  pictures: {
    'carte.png': { label: 'PNG, 1200 by 630', about: 'for an article or a social network; what does not fit is counted' },
    'planche.png': { label: 'PNG, whole', about: 'as high as it needs' },
    'planche.svg': { label: 'SVG, whole', about: 'for print, at any size' },
  },
  alt: 'The alternative text',
  altText: 'To be given with the picture, for those who do not see it.',
};

export type EmbedWords = typeof fr;
export const embedWords: Bilingual<EmbedWords> = { fr, en };
