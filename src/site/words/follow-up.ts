import type { Bilingual } from '../../lib/language.ts';

const fr = {
  title: 'Depuis le vote',
  intro: 'Des faits datés, chacun avec sa source. Un jugement est celui de qui le porte\u202f; il est nommé.',
  fact: 'Un fait',
  according: 'selon',
  According: 'Selon',
  source: 'Source',
  sources: 'Sources',
  answer: 'C’est votre liste\u202f? Répondre à ce fait',
  count: { one: 'fait daté', many: 'faits datés' },
};

const en: typeof fr = {
  title: 'Since the vote',
  intro: 'Dated facts, each with its source. A judgement belongs to whoever makes it, and they are named.',
  fact: 'A fact',
  according: 'according to',
  According: 'According to',
  source: 'Source',
  sources: 'Sources',
  answer: 'Is this your list? Answer this fact',
  count: { one: 'dated fact', many: 'dated facts' },
};

/** What became of the pledges. */
export const followUpWords: Bilingual<typeof fr> = { fr, en };
