import type { WholeCampaign } from './publication.ts';

/** The steps of a campaign, in the order they are proposed; each can be left and taken up later. */
const steps = ['general', 'lettre', 'demandes', 'signataires', 'listes', 'mouvements', 'filiations'] as const;
export type Step = (typeof steps)[number];

/** What is still missing before an edition may be published. */
export type Gap =
  | { step: 'lettre'; what: 'no_letter' | 'no_title' | 'no_body' }
  | { step: 'demandes'; what: 'no_demand' }
  | { step: 'demandes'; what: 'no_title' | 'no_rule'; demand: string }
  | { step: 'signataires'; what: 'no_signatory' }
  | { step: 'listes'; what: 'no_list' }
  | { step: 'mouvements'; what: 'left_out'; count: number }
  | { step: 'filiations'; what: 'undecided'; count: number };

/** Lists of this campaign's ballots that are in no movement, and second-round lists of which nobody said where they come from. */
export interface OpenLists {
  leftOut: number;
  undecided: number;
}

/** Everything that keeps a campaign from being published: every list stands on the board, and no pledge is inherited silently. */
export function gapsOf({ letter, demands, signatories, lists }: WholeCampaign, { leftOut, undecided }: OpenLists): Gap[] {
  return [
    ...letterGaps(letter),
    ...(demands.length === 0 ? [{ step: 'demandes' as const, what: 'no_demand' as const }] : []),
    ...demands.flatMap(demandGaps),
    ...(signatories.length === 0 ? [{ step: 'signataires' as const, what: 'no_signatory' as const }] : []),
    ...(lists.length + leftOut === 0 ? [{ step: 'listes' as const, what: 'no_list' as const }] : []),
    ...(leftOut > 0 ? [{ step: 'mouvements' as const, what: 'left_out' as const, count: leftOut }] : []),
    ...(undecided > 0 ? [{ step: 'filiations' as const, what: 'undecided' as const, count: undecided }] : []),
  ];
}

function letterGaps(letter: WholeCampaign['letter']): Gap[] {
  if (!letter) return [{ step: 'lettre', what: 'no_letter' }];
  return [
    ...(letter.title === '' ? [{ step: 'lettre' as const, what: 'no_title' as const }] : []),
    ...(letter.body === '' ? [{ step: 'lettre' as const, what: 'no_body' as const }] : []),
  ];
}

function demandGaps({ title, shortTitle, number, rules }: WholeCampaign['demands'][number]): Gap[] {
  const demand = title || `n° ${number}`;
  if (title === '' || shortTitle === '') return [{ step: 'demandes', what: 'no_title', demand }];
  return Object.values(rules).includes('') ? [{ step: 'demandes', what: 'no_rule', demand }] : [];
}
