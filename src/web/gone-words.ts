import type { Bilingual } from '../lib/language.ts';

const fr = {
  withdrawn: {
    movement: 'Ce mouvement a été retiré',
    list: 'Cette liste a été retirée',
    demand: 'Cette demande a été retirée',
    race: 'Ce scrutin a été retiré',
  },
  redacted: 'Le contenu de cette page a été masqué',
  when: (edition: number, when: string) => `Depuis l’édition ${edition}, publiée le ${when}.`,
  withdrawnText: 'Rien n’est effacé : les éditions précédentes restent telles qu’elles étaient.',
  redactedText: 'La loi peut l’exiger. L’empreinte de ce contenu reste dans le registre, et le vide se voit.',
  what: 'Ce qui était publié',
  since: 'Retrait',
  sinceRedacted: 'Masquage',
  reason: 'Motif publié',
  noReason: 'Aucun motif n’a été publié.',
  further: 'Pour en savoir plus',
  before: (edition: number) => `Cette page telle qu’elle était à l’édition ${edition}`,
  changes: (edition: number) => `Ce que l’édition ${edition} a changé`,
  corrections: 'Toutes les corrections',
  board: 'Le tableau',
};

const en: typeof fr = {
  withdrawn: {
    movement: 'This movement was withdrawn',
    list: 'This list was withdrawn',
    demand: 'This demand was withdrawn',
    race: 'This ballot was withdrawn',
  },
  redacted: 'The content of this page was redacted',
  when: (edition, when) => `Since edition ${edition}, published on ${when}.`,
  withdrawnText: 'Nothing is erased: earlier editions stay as they were.',
  redactedText: 'The law may demand it. The fingerprint of this content stays in the register, and the gap shows.',
  what: 'What was published',
  since: 'Withdrawal',
  sinceRedacted: 'Redaction',
  reason: 'Published reason',
  noReason: 'No reason was published.',
  further: 'Find out more',
  before: (edition) => `This page as it was in edition ${edition}`,
  changes: (edition) => `What edition ${edition} changed`,
  corrections: 'All corrections',
  board: 'The scoreboard',
};

/** What the page of something withdrawn says, in each language. */
export const goneWords: Bilingual<typeof fr> = { fr, en };
