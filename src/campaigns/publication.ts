import type { NewEntry, Payload } from '../ledger/payloads.ts';
import { lineageSubject } from '../ledger/subjects.ts';

/** A campaign as it stands at the desk, whole: everything its first edition says before anyone has answered. */
export interface WholeCampaign {
  campaign: Payload<'campaign'>;
  letter: Payload<'letter'> | null;
  signatories: Payload<'signatory'>[];
  demands: Payload<'demand'>[];
  races: Payload<'race'>[];
  movements: Payload<'movement'>[];
  lists: Payload<'list'>[];
  lineage: Payload<'lineage'>[];
}

/** The subject of a campaign's only letter. */
export const letterSubject = 'lettre';

/** Everything that makes a campaign public, in the order a reader needs it: nothing names what has not come before. */
export function campaignEntries(whole: WholeCampaign): NewEntry[] {
  return [
    { kind: 'campaign', subject: whole.campaign.slug, payload: whole.campaign },
    ...(whole.letter ? [{ kind: 'letter' as const, subject: letterSubject, payload: whole.letter }] : []),
    ...whole.signatories.map((payload) => ({ kind: 'signatory' as const, subject: payload.slug, payload })),
    ...whole.demands.map((payload) => ({ kind: 'demand' as const, subject: payload.slug, payload })),
    ...whole.races.map((payload) => ({ kind: 'race' as const, subject: payload.slug, payload })),
    ...whole.movements.map((payload) => ({ kind: 'movement' as const, subject: payload.slug, payload })),
    ...whole.lists.map((payload) => ({ kind: 'list' as const, subject: payload.key, payload })),
    ...whole.lineage.map((payload) => ({
      kind: 'lineage' as const,
      subject: lineageSubject(payload.child, payload.parent),
      payload,
    })),
  ];
}
