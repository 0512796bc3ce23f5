import type { Ledger } from '../ledger/ledger.service.ts';
import { type NewEntry, payloadSchemas } from '../ledger/payloads.ts';
import { openDirectory } from './directory.ts';
import { fold, NothingPublished, type PublicState } from './fold.ts';

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

  /** The state as it would be if these entries were published now, as the next edition; null when that would be no campaign yet. */
  function preview(campaign: string, entries: readonly NewEntry[], publishedAt: string): PublicState | null {
    const newest = ledger.newestNumber(campaign);
    const number = newest + 1;
    const edition = { campaign, number, publishedAt, note: '', previousHash: '', hash: '' };
    const next = entries.map((entry, index) => ({
      edition: number,
      ordinal: index + 1,
      kind: entry.kind,
      subject: entry.subject,
      payload: JSON.stringify(payloadSchemas[entry.kind].parse(entry.payload)),
      payloadHash: '',
      corrects: entry.corrects ?? null,
      reason: entry.reason ?? null,
    }));
    try {
      return fold([...ledger.listEditions(campaign), edition], [...ledger.listEntries(campaign, newest), ...next]);
    } catch (error) {
      if (error instanceof NothingPublished) return null;
      throw error;
    }
  }

  return {
    find,
    preview,
    newestNumber: ledger.newestNumber,
    /** What there is, without a fold: whatever looks at every campaign looks here. */
    directory: openDirectory(ledger),
  };
}
