import type { NewEntry, Payload } from '../../src/ledger/payloads.ts';
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

type About = Partial<Payload<'campaign'>>;

/**
 * As many small campaigns as asked, `commune-1` and on, each with one edition. `about` tells one from another (its town, its election);
 * without it they are all letters to the same town.
 */
export function manyCampaigns(count: number, about: (index: number) => About = () => ({})) {
  const { database, ledger } = emptyLedger();
  const known = database.sql.prepare(
    `INSERT INTO campaign (slug, title, town, election_id, commune_code, time_zone, created_at)
     SELECT ?, title, town, election_id, commune_code, time_zone, created_at FROM campaign WHERE slug = '${town}'`,
  );
  for (let index = 1; index <= count; index++) {
    const slug = `commune-${index}`;
    known.run(slug);
    const own = { ...about(index), slug };
    const entries = small.map(
      (entry): NewEntry =>
        entry.kind === 'campaign' ? { ...entry, subject: slug, payload: { ...entry.payload, ...own } } : entry,
    );
    ledger.publish(slug, entries, { publishedAt: '2020-03-10T08:00:00Z' });
  }
  return { database, ledger };
}

const municipal = (year: number, first: string, second: string) => ({
  ...{ id: `mun-${year}`, name: `Municipales ${year}` },
  ...{ firstRoundOn: first, secondRoundOn: second },
});
const elections = [municipal(2026, '2026-03-15', '2026-03-22'), municipal(2020, '2020-03-15', '2020-06-28')] as const;
const beginnings = ['Saint-', 'Bel', 'Château', 'Font', 'Haute', 'Île-', 'Le Mont ', 'Neuve', 'Roche', 'Val'] as const;
const middles = ['ar', 'brel', 'cour', 'épin', 'flor', 'gran', 'jol', 'lin', 'mar', 'tour'] as const;
const endings = ['ac', 'ange', 'court', 'eilles', 'ières', 'igny', 'on', 'ouse', 'ville', 'y'] as const;

/**
 * A thousand towns that do not exist, each with a name of its own: five in a hundred stand in fiction, and the campaigns are of two elections.
 */
export function inventedTown(index: number): About {
  const at = <T>(items: readonly [T, ...T[]], step: number): T => items[Math.floor(index / step) % items.length] ?? items[0];
  const town = `${at(beginnings, 1)}${at(middles, 10)}${at(endings, 100)}`;
  return {
    ...{ town, title: `Moins de caméras à ${town}`, communeCode: `${10 + (index % 80)}${String(index % 1000).padStart(3, '0')}` },
    ...{ fictional: index % 20 === 0, election: elections[index % 3 === 0 ? 1 : 0] },
  };
}
