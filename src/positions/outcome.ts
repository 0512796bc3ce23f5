import type { Gap } from './draft.ts';
import type { DeskPosition } from './positions.repository.ts';
import type { Refusal } from './review.ts';
import type { WithdrawalRefusal } from './withdrawal.ts';

/** Why nothing was done. */
export type Refused =
  | {
      refused: Refusal | WithdrawalRefusal | 'not_published' | 'same_cell' | 'overtaken' | 'nothing_chosen';
      gaps?: readonly Gap[];
    }
  /** `until` is the wall-clock time of the town, in words. */
  | { refused: 'frozen'; until: string };

/** What came of an attempt: it was done (once, however often it was sent), refused for a reason, or someone else came first. */
export type Outcome = { done: number } | Refused | { conflict: DeskPosition };
