import type { Bilingual } from '../../lib/language.ts';
import { labels } from '../../positions/labels.ts';
import type { ContactStatus } from '../../positions/stance.ts';

/** Every code that the files hold, in words. The codes are stable: one is added, never renamed nor given another meaning. */
export type Codes<C extends string = string> = Bilingual<Readonly<Record<C, string>>>;

const { fr, en } = labels;
export const stanceWords = { fr: fr.stance, en: en.stance };
export const contactWords = { fr: fr.contact, en: en.contact };
export const basisWords = { fr: fr.basis, en: en.basis };
export const lifecycleWords = { fr: fr.lifecycle, en: en.lifecycle };

/** Silence has a name in every file, and never an empty cell: the stance column says which silence it is. */
export const silenceWords: Codes<`silence:${ContactStatus}`> = {
  fr: silences(fr.contact, 'A répondu, sans position publiée sur cette demande'),
  en: silences(en.contact, 'Has answered, without a published position on this demand'),
};

function silences(contact: Readonly<Record<ContactStatus, string>>, answered: string) {
  return {
    'silence:not_asked': contact.not_asked,
    'silence:asked': contact.asked,
    'silence:being_checked': contact.being_checked,
    'silence:declined': contact.declined,
    'silence:answered': answered,
  };
}

export const lineageWords = {
  fr: { continues: 'Continue', merges: 'Fusionne' },
  en: { continues: 'Continues', merges: 'Merges' },
};

export const channelWords = { fr: fr.channel, en: en.channel };
export const verdictWords = { fr: fr.verdict, en: en.verdict };
export const raceKindWords = { fr: { commune: 'Commune', sector: 'Secteur' }, en: { commune: 'Commune', sector: 'Sector' } };
export const versionWords = {
  fr: { published: 'Publiée', redacted: 'Masquée' },
  en: { published: 'Published', redacted: 'Redacted' },
};
export const sourceOwnerWords = {
  fr: { position: 'Position', assessment: 'Suivi' },
  en: { position: 'Position', assessment: 'Assessment' },
};
