import { labels } from '../../positions/labels.ts';
import type { ContactStatus } from '../../positions/stance.ts';
import type { Words } from './column.ts';

/** Every code that the files hold, in words. The codes are stable: one is added, never renamed nor given another meaning. */

export const stanceWords = bilingual(labels.fr.stance, labels.en.stance);
export const contactWords = bilingual(labels.fr.contact, labels.en.contact);
export const basisWords = bilingual(labels.fr.basis, labels.en.basis);
export const lifecycleWords = bilingual(labels.fr.lifecycle, labels.en.lifecycle);

/** Silence has a name in every file, and never an empty cell: the stance column says which silence it is. */
export const silenceWords = {
  'silence:not_asked': contactWords.not_asked,
  'silence:asked': contactWords.asked,
  'silence:being_checked': contactWords.being_checked,
  'silence:declined': contactWords.declined,
  'silence:answered': { fr: 'A répondu, sans rien dire de cette demande', en: 'Has answered, but not on this demand' },
} as const satisfies Record<`silence:${ContactStatus}`, Words>;

export const lineageWords = {
  continues: { fr: 'Continue', en: 'Continues' },
  merges: { fr: 'Fusionne', en: 'Merges' },
} as const;

export const channelWords = {
  open_letter: { fr: 'Lettre ouverte', en: 'Open letter' },
  email: { fr: 'Courriel', en: 'E-mail' },
  post: { fr: 'Courrier', en: 'Post' },
  phone: { fr: 'Téléphone', en: 'Telephone' },
  meeting: { fr: 'Rencontre', en: 'Meeting' },
  social_network: { fr: 'Réseau social', en: 'Social network' },
} as const;

export const verdictWords = {
  not_rated: { fr: 'Pas encore évalué', en: 'Not rated yet' },
  in_progress: { fr: 'En cours', en: 'In progress' },
  stalled: { fr: 'À l’arrêt', en: 'Stalled' },
  compromise: { fr: 'Compromis', en: 'Compromise' },
  kept: { fr: 'Tenue', en: 'Kept' },
  broken: { fr: 'Rompue', en: 'Broken' },
} as const;

export const raceKindWords = {
  commune: { fr: 'Commune', en: 'Commune' },
  sector: { fr: 'Secteur', en: 'Sector' },
} as const;

export const versionWords = {
  published: { fr: 'Publiée', en: 'Published' },
  redacted: { fr: 'Masquée', en: 'Redacted' },
} as const;

export const sourceOwnerWords = {
  position: { fr: 'Position', en: 'Position' },
  assessment: { fr: 'Suivi', en: 'Assessment' },
} as const;

function bilingual<C extends string>(fr: Readonly<Record<C, string>>, en: Readonly<Record<C, string>>): Record<C, Words> {
  const entries = Object.keys(fr).filter((key): key is C => Object.hasOwn(fr, key));
  const words: Partial<Record<C, Words>> = {};
  for (const key of entries) words[key] = { fr: fr[key], en: en[key] };
  return Object.assign(Object.create(null), words);
}
