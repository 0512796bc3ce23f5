import type { Ledger } from '../ledger/ledger.service.ts';
import { fold, type PublicState } from './fold.ts';

export type Standings = ReturnType<typeof openStandings>;

const kept = 50;

/** The public state of every campaign, folded once per edition and kept in memory; the newest edition is asked of the ledger. */
export function openStandings(ledger: Ledger) {
  const states = new Map<string, PublicState>();

  /** The state as of an edition (the newest when none is named); null when that campaign or edition does not exist. */
  function find(campaign: string, asOf?: number): PublicState | null {
    const newest = ledger.newestNumber(campaign);
    const number = asOf ?? newest;
    if (!Number.isInteger(number) || number < 1 || number > newest) return null;
    // A later redaction empties an old edition too: what is kept of it holds only until the next publication.
    const key = `${campaign}@${number} seen from ${newest}`;
    const state = states.get(key) ?? foldAsOf(campaign, number, newest);
    states.delete(key);
    states.set(key, state);
    const oldest = states.keys().next();
    if (states.size > kept && !oldest.done) states.delete(oldest.value);
    return state;
  }

  function foldAsOf(campaign: string, number: number, newest: number): PublicState {
    return fold(ledger.listEditions(campaign).slice(0, number), ledger.listEntries(campaign, newest));
  }

  return {
    find,
    newestNumber: ledger.newestNumber,
    /** Every campaign that has published, newest state. */
    list: (): PublicState[] => ledger.listCampaigns().flatMap((campaign) => find(campaign) ?? []),
  };
}
