import { describe, expect, test } from 'vitest';
import { canonicalJson, editionHash, genesisHash, sha256 } from '../../src/ledger/hash.ts';
import { LedgerRefusal } from '../../src/ledger/ledger.service.ts';
import { emptyLedger, firstEdition, position, secondEdition, town } from '../support/town.ts';

const first = { publishedAt: '2020-03-10T08:00:00Z', note: 'Ouverture' };
const second = { publishedAt: '2020-03-13T23:30:00Z' };

describe('publishing', () => {
  test('the first edition stands on nothing, the second on the first', () => {
    const { ledger } = emptyLedger();
    const one = ledger.publish(town, firstEdition, first);
    const two = ledger.publish(town, secondEdition, second);
    expect([one.number, one.previousHash, one.note]).toEqual([1, genesisHash, 'Ouverture']);
    expect([two.number, two.previousHash]).toEqual([2, one.hash]);
    expect(ledger.listEditions(town)).toEqual([one, two]);
    expect(ledger.verify(town)).toEqual({
      editions: 2,
      entries: firstEdition.length + secondEdition.length,
      redacted: 0,
      fingerprint: two.hash,
      faults: [],
    });
  });

  test('anyone can recompute an edition from what is published', () => {
    const { ledger } = emptyLedger();
    const edition = ledger.publish(town, firstEdition, first);
    const entries = ledger
      .listEntries(town, 1)
      .map(({ payload, ...entry }) => ({ ...entry, payloadHash: sha256(payload ?? '') }));
    expect(editionHash(edition, entries)).toBe(edition.hash);
  });

  test('an edition that holds nothing is refused', () => {
    const { ledger } = emptyLedger();
    expect(() => ledger.publish(town, [], first)).toThrow(LedgerRefusal);
    expect(ledger.newestNumber(town)).toBe(0);
  });

  test('a payload that is not of its kind is refused, and nothing is published', () => {
    const { ledger } = emptyLedger();
    const noSource = position({ movement: 'pre-vert', demand: 'cameras', sources: [] });
    expect(() => ledger.publish(town, [...firstEdition, noSource], first)).toThrow(/sources/);
    expect(ledger.newestNumber(town)).toBe(0);
  });

  test('a link that is not of the web is refused', () => {
    const { ledger } = emptyLedger();
    const sources = [{ url: 'javascript:alert(1)', title: 'Piège', publisher: 'Personne', publishedOn: null }];
    const trap = position({ movement: 'pre-vert', demand: 'cameras', sources });
    expect(() => ledger.publish(town, [trap], first)).toThrow(/url/);
  });

  test('a time that is not UTC is refused by the database', () => {
    const { ledger } = emptyLedger();
    expect(() => ledger.publish(town, firstEdition, { publishedAt: '2020-03-10T08:00:00+01:00' })).toThrow(/CHECK/);
  });
});

describe('the desk’s change and the public one', () => {
  test('happen together, and the change is told the number', () => {
    const { database, ledger } = emptyLedger();
    ledger.publish(town, firstEdition, first, (number) => {
      database.sql.prepare('UPDATE campaign SET title = ?').run(`Édition ${number}`);
    });
    expect(database.sql.prepare('SELECT title FROM campaign').pluck().get()).toBe('Édition 1');
  });

  test('or not at all: when the change fails, nothing is published', () => {
    const { database, ledger } = emptyLedger();
    const failing = () => {
      database.sql.prepare("UPDATE campaign SET title = 'Changé'").run();
      throw new Error('someone else was faster');
    };
    expect(() => ledger.publish(town, firstEdition, first, failing)).toThrow('someone else was faster');
    expect(ledger.newestNumber(town)).toBe(0);
    expect(ledger.listEntries(town, 1)).toEqual([]);
    expect(database.sql.prepare('SELECT title FROM campaign').pluck().get()).toBe('Moins de caméras');
  });

  test('even inside a larger transaction that goes on after the failure', () => {
    const { database, ledger } = emptyLedger();
    const failing = () => {
      throw new Error('refused');
    };
    database.sql
      .transaction(() => {
        expect(() => ledger.publish(town, firstEdition, first, failing)).toThrow('refused');
      })
      .immediate();
    expect(ledger.newestNumber(town)).toBe(0);
    expect(ledger.verify(town).faults).toEqual([]);
  });
});

describe('canonical JSON is that of RFC 8785', () => {
  test.each([
    [
      'numbers, as in its §3.2.2.3',
      [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    ],
    ['strings, escaped no more than they must', '€$\u000F\nA\'B"\\\\"/', String.raw`"€$\u000f\nA'B\"\\\\\"/"`],
    [
      'names sorted by UTF-16 unit, not by code point',
      { '\u{1F600}': 1, '\uFB33': 2, é: 3, '1': 4, '10': 5 },
      '{"1":4,"10":5,"é":3,"\u{1F600}":1,"\uFB33":2}',
    ],
    ['no space, nested too', { b: [true, null, { d: '', c: false }] }, '{"b":[true,null,{"c":false,"d":""}]}'],
  ])('%s', (_name, value, text) => expect(canonicalJson(value)).toBe(text));

  test.each([[undefined], [Number.NaN], [Number.POSITIVE_INFINITY]])('%s has no such form', (value) =>
    expect(() => canonicalJson(value)).toThrow(),
  );

  test('a payload is kept in it', () => {
    const { ledger } = emptyLedger();
    ledger.publish(town, firstEdition, first);
    for (const { payload } of ledger.listEntries(town, 1)) expect(canonicalJson(JSON.parse(payload ?? ''))).toBe(payload);
  });
});
