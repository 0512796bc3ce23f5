export type SecondRoundRight = 'may_stand' | 'may_merge' | 'out';

/**
 * Who may stand in the second round (code électoral, art. L.264): 10 % of the valid votes to stand, 5 % to merge.
 * Shares are computed from votes, never from printed percentages, which are rounded. Integers, so no rounding here either.
 */
export function secondRoundRight(votes: number, validVotes: number): SecondRoundRight {
  if (validVotes <= 0) return 'out';
  if (votes * 10 >= validVotes) return 'may_stand';
  if (votes * 20 >= validVotes) return 'may_merge';
  return 'out';
}
