import type { Bilingual } from '../../lib/language.ts';

const fr = {
  title: 'Le registre',
  description: 'Tout ce qui a été publié, dans l’ordre, avec de quoi vérifier que rien n’a été réécrit.',
  lead: 'Chaque publication est une édition numérotée. On en ajoute\u202f; aucune n’est changée ni retirée sans que cela se voie.',
  fingerprint: (edition: number) => `L’empreinte de l’édition ${edition}`,
  fingerprintText:
    'Ces 64 signes résument tout ce qui a été publié jusqu’à cette édition. Qu’une seule virgule change dans le passé, et ils ne sont plus les mêmes. Notez-les ailleurs\u00a0: dans un article, un courriel, une archive.',
  how: 'Comment ça marche',
  steps: [
    'Une édition contient des entrées\u00a0: une liste, une demande, une position avec sa source. De chaque entrée on calcule une empreinte.',
    'L’empreinte de l’édition est calculée sur celles de ses entrées, sur sa date, et sur l’empreinte de l’édition d’avant. Les éditions se tiennent ainsi l’une l’autre.',
    'Une correction est une nouvelle entrée, qui dit ce qu’elle corrige et pourquoi. L’ancienne reste lisible.',
    'Si la loi oblige à masquer un texte, son empreinte reste, le vide se voit avec son motif, et le reste se vérifie encore. Le registre d’une édition plus ancienne porte alors aussi la suite, jusqu’à l’annonce de ce masquage.',
    'Qui réécrirait tout le registre, jusqu’au bout, obtiendrait d’autres empreintes. Une seule, notée ailleurs plus tôt, suffit à le montrer.',
  ],
  check: 'Vérifier',
  checkText: 'Prenez le registre, puis recalculez toutes ses empreintes, ici ou sur votre machine.',
  register: 'Le registre (JSON)',
  archive: 'Toutes les données, registre compris (zip)',
  script: 'Le programme qui vérifie, seul et sans dépendance (Node 18 ou plus récent)',
  command: 'Sur votre machine',
  here: 'Dans cette page',
  hereText: 'Le fichier est lu par votre navigateur et n’est envoyé nulle part.',
  file: 'Le fichier téléchargé\u00a0: registre.json ou l’archive .zip',
  pin: 'Une empreinte trouvée ailleurs (facultatif)',
  pinHint: 'ÉDITION:EMPREINTE, avec 12 signes au moins. Ou collez la phrase entière qui cite une page.',
  editions: 'Toutes les éditions',
  edition: (number: number) => `Édition ${number}`,
  entries: (count: number) => `${count} ${count > 1 ? 'entrées' : 'entrée'}`,
};

const en: typeof fr = {
  title: 'The register',
  description: 'Everything that was published, in order, with the means to check that nothing was rewritten.',
  lead: 'Each publication is a numbered edition. Editions are added; none is changed or removed without it showing.',
  fingerprint: (edition) => `The fingerprint of edition ${edition}`,
  fingerprintText:
    'These 64 signs sum up everything published up to this edition. Change one comma of the past, and they are no longer the same. Note them elsewhere: in an article, a message, an archive.',
  how: 'How it works',
  steps: [
    'An edition holds entries: a list, a demand, a position with its source. A fingerprint is computed of each entry.',
    'The edition’s fingerprint is computed of those of its entries, of its date, and of the fingerprint of the edition before. So the editions hold one another.',
    'A correction is a new entry, which says what it corrects and why. The old one can still be read.',
    'If the law demands that a text be redacted, its fingerprint stays, the gap shows with its reason, and the rest still verifies. The register of an older edition then also carries what follows, up to the announcement of that redaction.',
    'Whoever rewrote the whole register, to its end, would get other fingerprints. A single one, noted elsewhere earlier, is enough to show it.',
  ],
  check: 'Check it',
  checkText: 'Take the register, then compute all its fingerprints again, here or on your own machine.',
  register: 'The register (JSON)',
  archive: 'All the data, register included (zip)',
  script: 'The program that checks, alone and without dependency (Node 18 or newer)',
  command: 'On your own machine',
  here: 'On this page',
  hereText: 'The file is read by your browser and sent nowhere.',
  file: 'The downloaded file: registre.json or the .zip',
  pin: 'A fingerprint found elsewhere (optional)',
  pinHint: 'EDITION:FINGERPRINT, with 12 signs at least. Or paste the whole sentence that cites a page.',
  editions: 'All the editions',
  edition: (number) => `Edition ${number}`,
  entries: (count) => `${count} ${count === 1 ? 'entry' : 'entries'}`,
};

export type RegisterWords = typeof fr;
export const registerWords: Bilingual<RegisterWords> = { fr, en };
