/** What became of a pledge, as someone judges it; `not_rated` is a fact that nobody judges yet. */
export const verdicts = ['not_rated', 'in_progress', 'stalled', 'compromise', 'kept', 'broken'] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether it is a judgement, and so belongs to someone who must be named. */
export function isJudgement(verdict: Verdict): boolean {
  return verdict !== 'not_rated';
}
