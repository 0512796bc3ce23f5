import type { NewEntry } from '../../src/ledger/payloads.ts';
import { emptyLedger, firstEdition, town } from '../support/town.ts';

/** What of the invented town a small campaign has: a letter, two demands, one ballot with two lists, and their four answers. */
const kept: ReadonlySet<string> = new Set([
  ...[town, 'lettre', 'les-amis', 'projets', 'cameras', 'secteur-1', 'horizon', 'pre-vert'],
  ...['secteur-1-tour-1-panneau-1', 'secteur-1-tour-1-panneau-3'],
  ...['pre-vert/projets', 'pre-vert/cameras', 'horizon/projets', 'horizon/cameras'],
]);
const small = firstEdition.filter(({ subject }) => kept.has(subject)).map(asCommune);

/** One ballot for the whole commune, as nearly all of France has. */
function asCommune(entry: NewEntry): NewEntry {
  return entry.kind === 'race' ? { ...entry, payload: { ...entry.payload, kind: 'commune', sectorNumber: null } } : entry;
}

/** As many small campaigns as asked, each with one edition. */
export function manyCampaigns(count: number) {
  const { database, ledger } = emptyLedger();
  const known = database.sql.prepare(
    `INSERT INTO campaign (slug, title, town, election_id, commune_code, time_zone, created_at)
     SELECT ?, title, town, election_id, commune_code, time_zone, created_at FROM campaign WHERE slug = '${town}'`,
  );
  for (let index = 1; index <= count; index++) {
    const slug = `commune-${index}`;
    known.run(slug);
    const entries = small.map(
      (entry): NewEntry => (entry.kind === 'campaign' ? { ...entry, subject: slug, payload: { ...entry.payload, slug } } : entry),
    );
    ledger.publish(slug, entries, { publishedAt: '2020-03-10T08:00:00Z' });
  }
  return { database, ledger };
}
