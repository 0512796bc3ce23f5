import type { LedgerReader } from '../ledger/ledger.service.ts';
import { type Edition, type Payload, payloadSchemas } from '../ledger/payloads.ts';

/** What a campaign says of itself, and its newest edition. */
export interface Listed {
  campaign: Payload<'campaign'>;
  edition: Edition;
}

export type Directory = ReturnType<typeof openDirectory>;

/**
 * Every campaign that has published, without a fold: what a list of a thousand of them needs. The ledger only grows, so only what was
 * published since the last look is read.
 */
export function openDirectory(ledger: LedgerReader) {
  const kept = nothingRead();

  function now(): Memory {
    const place = ledger.newestPlace();
    const memory = ledger.isUndecided() ? nothingRead() : kept;
    if (place > memory.place) readOn(ledger, memory, place);
    return memory;
  }

  return {
    /** Grows with each publication and each redaction of any campaign: what depends on all of them changes with it. */
    place: ledger.newestPlace,
    /** By their slugs. The very same array while nothing is published: what is made of it may be kept beside it. */
    list(): readonly Listed[] {
      const memory = now();
      memory.list ??= [...memory.campaigns.keys()].sort().flatMap((slug) => listed(memory, slug) ?? []);
      return memory.list;
    },
    find: (slug: string): Listed | null => listed(now(), slug),
    /** Campaigns with an entry that named a document when it was published: it may have been redacted since. */
    naming: (sha256: string): string[] => [...(now().naming.get(sha256) ?? [])],
  };
}

interface Memory {
  /** Everything up to this edition was read. */
  place: number;
  campaigns: Map<string, Payload<'campaign'>>;
  editions: Map<string, Edition>;
  naming: Map<string, Set<string>>;
  list: readonly Listed[] | null;
}

function nothingRead(): Memory {
  return { place: 0, campaigns: new Map(), editions: new Map(), naming: new Map(), list: null };
}

function readOn(ledger: LedgerReader, memory: Memory, upTo: number): void {
  for (const edition of ledger.listEditionsBetween(memory.place, upTo)) memory.editions.set(edition.campaign, edition);
  for (const { campaign, kind, payload } of ledger.listTellingEntries(memory.place, upTo)) {
    if (payload === null) continue;
    if (kind === 'campaign') memory.campaigns.set(campaign, payloadSchemas.campaign.parse(JSON.parse(payload)));
    for (const [, sha256 = ''] of payload.matchAll(/"sha256":"([0-9a-f]{64})"/g)) {
      memory.naming.set(sha256, (memory.naming.get(sha256) ?? new Set()).add(campaign));
    }
  }
  memory.place = upTo;
  memory.list = null;
}

function listed(memory: Memory, slug: string): Listed | null {
  const campaign = memory.campaigns.get(slug);
  const edition = memory.editions.get(slug);
  return campaign && edition ? { campaign, edition } : null;
}
