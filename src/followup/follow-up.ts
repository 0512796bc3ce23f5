import { canBeFound, type DraftSource } from '../positions/draft.ts';
import { isJudgement, type Verdict } from './verdict.ts';

/** What a volunteer writes of what became of one pledge. Empty texts are what is not written yet; dates are as much of them as is known. */
export interface FollowUpDraft {
  movementId: number;
  demandId: number;
  verdict: Verdict | null;
  /** What happened: a fact, in plain words. */
  fact: string;
  happenedOn: string;
  /** Who judges, or who reports the fact. */
  accordingTo: string;
  /** The subject of the published follow-up that it replaces; empty for a new fact. */
  corrects: string;
  /** Why it replaces it; shown to readers. */
  reason: string;
  /** The day on which the movement was offered to answer before this is public; for the desk alone. */
  replyOfferedOn: string;
  /** For the desk alone, never published. */
  note: string;
  sources: readonly DraftSource[];
}

/** What a follow-up still lacks before a second person may read it. */
export type FollowUpGap = 'verdict' | 'fact' | 'happenedOn' | 'accordingTo' | 'reason' | 'sources';

/**
 * What is missing, in the order of the form. A fact has a date and a source; a verdict is a judgement, and a judgement is attributed
 * (law of 29 July 1881, art. 29: a precise fact that hurts honour must be shown); a published thing changes only with a reason.
 */
export function gapsIn(draft: FollowUpDraft): FollowUpGap[] {
  const rules: [FollowUpGap, boolean][] = [
    ['fact', draft.fact === ''],
    ['happenedOn', draft.happenedOn === ''],
    ['verdict', draft.verdict === null],
    ['accordingTo', draft.verdict !== null && isJudgement(draft.verdict) && draft.accordingTo === ''],
    ['reason', draft.corrects !== '' && draft.reason === ''],
    ['sources', draft.sources.length === 0 || !draft.sources.every((each) => canBeFound(each, draft.happenedOn))],
  ];
  return rules.filter(([, missing]) => missing).map(([gap]) => gap);
}
