import { french } from '../lib/typography.ts';
import type { NamedKind } from '../positions/named-entry.ts';
import type { Standing } from '../standings/fold.ts';
import type { View } from '../web/view.ts';
import { proofWords } from './words/proof.ts';

/** What someone named answers: it stands beside what was said of them. */
export interface ReplyView {
  author: string;
  when: string;
  text: string;
}

/** The replies to one entry, by its subject or by the address of any of its versions. */
export function presentReplies({ state, say, language }: View, kind: NamedKind, standing: Standing<NamedKind>): ReplyView[] {
  const names = new Set([standing.subject, ...standing.versions.map(({ address }) => address)]);
  return state
    .current('reply')
    .filter(({ position, assessment }) => names.has((kind === 'position' ? position : assessment) ?? ''))
    .map(({ author, receivedAt, text }) => ({
      author: french(author),
      when: say.text(proofWords[language].received(say.instant(receivedAt, state.campaign.timeZone))),
      // To the letter: what a named list answers is published unedited.
      text,
    }));
}
