import type { Bilingual } from '../../lib/language.ts';

const fr = {
  title: 'Les corrections',
  description: 'Tout ce qui a été changé après publication\u00a0: la date, l’avant et l’après, et la raison.',
  intro:
    'Rien n’est changé en silence\u00a0: voici ce qui a été corrigé, retiré ou masqué après publication, du plus récent au plus ancien.',
  none: 'Rien n’a été corrigé depuis la première édition.',
  edition: (number: number, when: string) => `Édition ${number}, publiée le ${when}`,
  removed: 'supprimé\u00a0:',
  added: 'ajouté\u00a0:',
  ends: 'fin',
  report: 'Vous voyez une erreur\u202f?',
};

const en: typeof fr = {
  title: 'Corrections',
  description: 'Everything that was changed after it was published: the date, before and after, and the reason.',
  intro: 'Nothing is changed silently: here is what was corrected, withdrawn or redacted after publication, newest first.',
  none: 'Nothing has been corrected since the first edition.',
  edition: (number: number, when: string) => `Edition ${number}, published on ${when}`,
  removed: 'removed:',
  added: 'added:',
  ends: 'end',
  report: 'Do you see a mistake?',
};

export const correctionsWords: Bilingual<typeof fr> = { fr, en };
