import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeFault } from '../../src/ledger/fault-labels.ts';
import { editionHash, genesisHash, sha256 } from '../../src/ledger/hash.ts';
import { type Edition, entryAddress, type StoredEntry } from '../../src/ledger/payloads.ts';
import { verifyChain } from '../../src/ledger/verify.ts';
import { emptyLedger, firstEdition, position, secondEdition, town } from '../support/town.ts';

interface Chain {
  editions: Edition[];
  entries: StoredEntry[];
}

/** Three editions of the invented town, read from the database once; every test tampers with a copy. */
function published(): Chain {
  const { ledger } = emptyLedger();
  const more = [position({ movement: 'cap-nord', demand: 'comite' }), position({ movement: 'cap-nord', demand: 'projets' })];
  ledger.publish(town, firstEdition, { publishedAt: '2020-03-10T08:00:00Z' });
  ledger.publish(town, secondEdition, { publishedAt: '2020-03-13T23:30:00Z' });
  ledger.publish(town, more, { publishedAt: '2020-03-14T12:00:00Z' });
  return { editions: ledger.listEditions(town), entries: ledger.listStoredEntries(town, 3) };
}

const whole = published();
const copy = (): Chain => structuredClone(whole);
const faultsOf = ({ editions, entries }: Chain) => verifyChain(editions, entries).faults;
const seen = (chain: Chain) => faultsOf(chain).map(({ edition, kind, entry }) => [edition, kind, entry?.address ?? null]);

function edition(chain: Chain, number: number): Edition {
  const found = chain.editions.find((one) => one.number === number);
  if (!found) throw new Error(`no edition ${number}`);
  return found;
}

function entry(chain: Chain, address: string): StoredEntry {
  const found = chain.entries.find((one) => entryAddress(one) === address);
  if (!found) throw new Error(`no entry ${address}`);
  return found;
}

/** What someone who knows the rules would do: hash again whatever was changed in this edition. */
function rehash(chain: Chain, number: number): void {
  const own = chain.entries.filter((one) => one.edition === number);
  for (const one of own) if (one.payload !== null) one.payloadHash = sha256(one.payload);
  edition(chain, number).hash = editionHash(edition(chain, number), own);
}

describe('a chain that nobody touched', () => {
  test('holds', () => expect(faultsOf(whole)).toEqual([]));
  test('holds when there is nothing in it', () =>
    expect(verifyChain([], [])).toEqual({ editions: 0, entries: 0, redacted: 0, fingerprint: genesisHash, faults: [] }));
});

describe('verifying says which edition broke, and how', () => {
  test('a changed payload', () => {
    const chain = copy();
    entry(chain, '2.1').payload = entry(chain, '2.1').payload?.replace('commits_in_part', 'refuses') ?? null;
    expect(seen(chain)).toEqual([[2, 'payload_changed', '2.1']]);
    expect(faultsOf(chain).map(describeFault)).toEqual([
      'édition 2, entrée 2.1 (position pre-vert/cameras)\u00a0: son contenu a été modifié',
    ]);
  });

  test('a changed payload with its own hash made again', () => {
    const chain = copy();
    entry(chain, '2.1').payload = '{}';
    entry(chain, '2.1').payloadHash = sha256('{}');
    expect(seen(chain)).toEqual([[2, 'contents_changed', null]]);
  });

  test('a payload that says the same in another form', () => {
    const chain = copy();
    entry(chain, '2.2').payload = ` ${entry(chain, '2.2').payload}`;
    entry(chain, '2.2').payloadHash = sha256(entry(chain, '2.2').payload ?? '');
    expect(seen(chain)).toEqual([
      [2, 'payload_not_canonical', '2.2'],
      [2, 'contents_changed', null],
    ]);
  });

  test('a payload emptied without a redaction that says why', () => {
    const chain = copy();
    entry(chain, '1.3').payload = null;
    expect(seen(chain)).toEqual([[1, 'payload_gone', '1.3']]);
  });

  test('a dropped entry, in the middle or at the end', () => {
    const middle = copy();
    middle.entries = middle.entries.filter((one) => entryAddress(one) !== '1.5');
    expect(seen(middle)).toEqual([
      [1, 'entry_missing', null],
      [1, 'contents_changed', null],
    ]);
    const end = copy();
    end.entries = end.entries.filter((one) => entryAddress(one) !== '3.2');
    expect(seen(end)).toEqual([[3, 'contents_changed', null]]);
  });

  test('two entries swapped', () => {
    const chain = copy();
    Object.assign(entry(chain, '3.1'), { ordinal: 9 });
    Object.assign(entry(chain, '3.2'), { ordinal: 1 });
    Object.assign(entry(chain, '3.9'), { ordinal: 2 });
    chain.entries.sort((a, b) => a.edition - b.edition || a.ordinal - b.ordinal);
    expect(seen(chain)).toEqual([[3, 'contents_changed', null]]);
  });

  test('an edition dated again', () => {
    const chain = copy();
    edition(chain, 2).publishedAt = '2020-03-09T00:00:00Z';
    expect(seen(chain)).toEqual([[2, 'contents_changed', null]]);
  });

  test('an edition rewritten and hashed again: the next one no longer follows it', () => {
    const chain = copy();
    edition(chain, 2).publishedAt = '2020-03-09T00:00:00Z';
    rehash(chain, 2);
    expect(seen(chain)).toEqual([[3, 'does_not_follow', null]]);
  });

  test('an edition taken out is named, and only that one', () => {
    const chain = copy();
    chain.editions = chain.editions.filter(({ number }) => number !== 2);
    chain.entries = chain.entries.filter((one) => one.edition !== 2);
    expect(seen(chain)).toEqual([
      [2, 'edition_missing', null],
      [3, 'does_not_follow', null],
    ]);
  });

  test('an edition emptied', () => {
    const chain = copy();
    chain.entries = chain.entries.filter((one) => one.edition !== 2);
    expect(seen(chain)).toEqual([
      [2, 'empty', null],
      [2, 'contents_changed', null],
    ]);
  });

  test('an entry of a kind that the ledger does not know', () => {
    const chain = copy();
    entry(chain, '2.1').kind = 'rumour';
    expect(seen(chain)).toEqual([[2, 'contents_changed', null]]);
  });
});

describe('a chain rewritten to its end is self-consistent; only what was noted elsewhere betrays it', () => {
  const pins = whole.editions.map(({ number, hash }) => ({ edition: number, hash }));

  test('the honest chain agrees with every pin', () =>
    expect(verifyChain(whole.editions, whole.entries, pins).faults).toEqual([]));

  test('the newest edition rewritten', () => {
    const chain = copy();
    edition(chain, 3).note = 'Rien à voir';
    rehash(chain, 3);
    expect(faultsOf(chain)).toEqual([]);
    expect(verifyChain(chain.editions, chain.entries, pins).faults).toMatchObject([{ edition: 3, kind: 'pin_differs' }]);
  });

  test('the newest edition dropped', () => {
    const { editions, entries } = copy();
    const faults = verifyChain(
      editions.slice(0, 2),
      entries.filter((one) => one.edition < 3),
      pins,
    ).faults;
    expect(faults).toMatchObject([{ edition: 3, kind: 'pin_missing' }]);
  });
});

test('whatever one thing is changed, in any edition, the chain no longer holds there or just after', () => {
  const ways: Record<string, (chain: Chain, entry: StoredEntry) => void> = {
    payload: (_chain, one) => Object.assign(one, { payload: `${one.payload} ` }),
    'payload hash': (_chain, one) => Object.assign(one, { payloadHash: sha256(one.payloadHash) }),
    'payload, hashed again': (_chain, one) => Object.assign(one, { payload: '0', payloadHash: sha256('0') }),
    'payload gone': (_chain, one) => Object.assign(one, { payload: null }),
    kind: (_chain, one) => Object.assign(one, { kind: `${one.kind}s` }),
    subject: (_chain, one) => Object.assign(one, { subject: `${one.subject}-bis` }),
    reason: (_chain, one) => Object.assign(one, { reason: `${one.reason ?? ''}.` }),
    corrects: (_chain, one) => Object.assign(one, { corrects: '1.1 ' }),
    dropped: (chain, one) => chain.entries.splice(chain.entries.indexOf(one), 1),
    doubled: (chain, one) => chain.entries.splice(chain.entries.indexOf(one), 0, { ...one }),
    date: (chain, one) => Object.assign(edition(chain, one.edition), { publishedAt: '2020-01-01T00:00:00Z' }),
    note: (chain, one) => Object.assign(edition(chain, one.edition), { note: 'Autre' }),
    campaign: (chain, one) => Object.assign(edition(chain, one.edition), { campaign: 'autre' }),
    number: (chain, one) => Object.assign(edition(chain, one.edition), { number: one.edition + 10 }),
    'previous hash': (chain, one) => Object.assign(edition(chain, one.edition), { previousHash: sha256('') }),
    hash: (chain, one) => Object.assign(edition(chain, one.edition), { hash: sha256('') }),
  };
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(ways)), fc.nat(), (way, at) => {
      const chain = copy();
      const one = chain.entries[at % chain.entries.length];
      if (!one) throw new Error('an empty chain');
      ways[way]?.(chain, one);
      const faults = faultsOf(chain);
      expect(faults.length, way).toBeGreaterThan(0);
      expect(Math.min(...faults.map((fault) => fault.edition)), way).toBe(one.edition);
    }),
    { numRuns: 300 },
  );
});

test('rewritten and hashed again anywhere before the end, the next edition betrays it', () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 2), fc.string({ minLength: 1 }), (number, note) => {
      const chain = copy();
      edition(chain, number).note = note;
      rehash(chain, number);
      expect(seen(chain)).toEqual([[number + 1, 'does_not_follow', null]]);
    }),
    { numRuns: 50 },
  );
});
