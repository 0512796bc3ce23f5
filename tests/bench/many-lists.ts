import type { NewEntry } from '../../src/ledger/payloads.ts';
import { listKey } from '../../src/ledger/subjects.ts';
import { emptyLedger, firstEdition, position, town } from '../support/town.ts';

/** The invented town with as many lists as make a scoreboard of about this many rows; every third movement commits to something. */
export function manyLists(rows: number) {
  const { ledger } = emptyLedger();
  const count = Math.ceil(rows / 6);
  const slugs = Array.from({ length: count }, (_, index) => `mouvement-${index + 1}`);
  const entries = slugs.flatMap((slug, index): NewEntry[] => [
    { kind: 'movement', subject: slug, payload: { slug, name: `Mouvement ${index + 1}`, leader: null } },
    listOf(slug, index),
    ...(index % 3 === 0 ? [position({ movement: slug, demand: 'cameras' })] : []),
  ]);
  ledger.publish(town, [...firstEdition, ...entries], { publishedAt: '2020-03-10T08:00:00Z' });
  return { ledger, campaign: town };
}

function listOf(movement: string, index: number): NewEntry {
  const key = listKey('secteur-1', 1, index + 100);
  const seats = { council: null, sector: null, intercommunal: null };
  const payload = { key, race: 'secteur-1', movement, round: 1, panel: index + 100, label: `LISTE ${index + 1}`, nuance: null };
  return { kind: 'list', subject: key, payload: { ...payload, head: null, votes: null, seats } };
}
