import { expect, test } from 'vitest';
import { LedgerRefusal } from '../../src/ledger/ledger.service.ts';
import { openStandings } from '../../src/standings/standings.service.ts';
import { emptyLedger, firstEdition, secondEdition, town } from '../support/town.ts';

const reason = 'Décision de justice du 2 avril 2020.';
const at = '2020-04-03T10:00:00Z';

function published() {
  const { database, ledger } = emptyLedger();
  ledger.publish(town, firstEdition, { publishedAt: '2020-03-10T08:00:00Z' });
  ledger.publish(town, secondEdition, { publishedAt: '2020-03-13T23:30:00Z' });
  const address = (subject: string, kind: string) => {
    const entry = ledger.listEntries(town, 2).find((one) => one.subject === subject && one.kind === kind);
    return `${entry?.edition}.${entry?.ordinal}`;
  };
  return { database, ledger, address, standings: openStandings(ledger) };
}

test('a redaction empties the entry, keeps the chain whole, and is itself an edition', () => {
  const { database, ledger, address } = published();
  const before = ledger.listEditions(town);
  const edition = ledger.redact(town, address('horizon/projets', 'position'), reason, at);
  expect(edition.number).toBe(3);
  expect(ledger.listEditions(town).slice(0, 2)).toEqual(before);
  expect(ledger.verify(town)).toMatchObject({ editions: 3, redacted: 1, faults: [], fingerprint: edition.hash });
  expect(database.sql.prepare("SELECT payload FROM entry WHERE subject = 'horizon/projets'").pluck().all()).toEqual([null]);
});

test('the gap is shown with its reason, in the newest state and in every earlier one', () => {
  const { ledger, address, standings } = published();
  expect(standings.find(town, 1)?.of('position').get('horizon/projets')?.current).not.toBeNull();
  ledger.redact(town, address('horizon/projets', 'position'), reason, at);
  for (const asOf of [undefined, 1, 2]) {
    const standing = standings.find(town, asOf)?.of('position').get('horizon/projets');
    expect(standing?.current).toBeNull();
    expect(standing?.gap).toEqual({ kind: 'redacted', reason, edition: 3 });
  }
});

test('an old version is redacted and the newest one stays', () => {
  const { ledger, standings } = published();
  const old = ledger.listEntries(town, 1).find(({ subject }) => subject === 'pre-vert/cameras');
  ledger.redact(town, `1.${old?.ordinal}`, reason, at);
  const standing = standings.find(town)?.of('position').get('pre-vert/cameras');
  expect([standing?.current?.stance, standing?.gap]).toEqual(['commits_in_part', null]);
  expect(standing?.versions.map(({ redaction }) => redaction)).toEqual([{ reason, edition: 3 }, null]);
});

test.each([
  ['an entry that does not exist', '7.1'],
  ['an address that is not one', '1.1.1'],
  ['an address written otherwise', '01.1'],
  ['the campaign itself', '1.1'],
])('%s is not redacted', (_name, address) => {
  const { ledger } = published();
  expect(() => ledger.redact(town, address, reason, at)).toThrow(LedgerRefusal);
  expect(ledger.verify(town)).toMatchObject({ editions: 2, redacted: 0, faults: [] });
});

test('nor the same entry twice, nor a withdrawal, nor anything without a reason', () => {
  const { ledger, address } = published();
  const one = address('horizon/projets', 'position');
  expect(() => ledger.redact(town, one, ' ', at)).toThrow(LedgerRefusal);
  ledger.redact(town, one, reason, at);
  expect(() => ledger.redact(town, one, reason, at)).toThrow(LedgerRefusal);
  const payload = { kind: 'position', subject: 'horizon/cameras' };
  ledger.publish(town, [{ kind: 'withdrawal', subject: 'horizon/cameras', payload, reason: 'Erreur.' }], { publishedAt: at });
  expect(() => ledger.redact(town, '4.1', reason, at)).toThrow(LedgerRefusal);
  expect(ledger.verify(town)).toMatchObject({ editions: 4, redacted: 1, faults: [] });
});
