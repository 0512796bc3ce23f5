import { afterAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { NewEntry } from '../../src/ledger/payloads.ts';
import { emptyLedger, firstEdition, town } from '../support/town.ts';

/** Since the law of August 2025 the city has a ballot of its own beside each sector's. */
const city: NewEntry = {
  kind: 'race',
  subject: 'commune',
  payload: {
    slug: 'commune',
    code: '99001',
    kind: 'commune',
    sectorNumber: null,
    name: 'Valmont',
    areas: [],
    rounds: [{ number: 1, registered: 6000, voted: 3000, valid: 2800 }],
  },
};

const cityList = (panel: number, movement: string, label: string): NewEntry => {
  const key = `commune-tour-1-panneau-${panel}`;
  const seats = { council: null, sector: null, intercommunal: null };
  const payload = { key, race: 'commune', movement, round: 1, panel, label, nuance: null, head: null, votes: 700, seats };
  return { kind: 'list', subject: key, payload };
};

async function serve(entries: NewEntry[]) {
  const { database, ledger } = emptyLedger();
  ledger.publish(town, entries, { publishedAt: '2020-03-10T08:00:00Z' });
  return buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
}

const of2020 = await serve(firstEdition);
const since2025 = await serve([
  ...firstEdition,
  city,
  cityList(1, 'pre-vert', 'PRÉ VERT POUR VALMONT'),
  cityList(2, 'horizon', 'HORIZON POUR LA VILLE'),
]);
afterAll(() => Promise.all([of2020.close(), since2025.close()]));

const read = async (app: typeof of2020, path: string) => (await app.inject(`/${town}${path}`)).body;

describe('a voter of a sector', () => {
  test('in 2020, has one ballot: that of the sector', async () => {
    const page = await read(of2020, '/secteurs/2');
    expect(page).not.toContain('Votre bulletin pour la ville');
    expect(page).toContain('TOUS ICI');
    expect(page).not.toContain('HORIZON VALMONT');
  });

  test('since 2025, has two: the city’s first, then the sector’s', async () => {
    const page = await read(since2025, '/secteurs/2');
    expect(page).toContain('Deux bulletins dans ce secteur');
    const order = ['Votre bulletin pour la ville', 'HORIZON POUR LA VILLE', 'Votre bulletin pour le secteur', 'TOUS ICI'];
    const places = order.map((text) => page.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(page).not.toContain('HORIZON VALMONT');
  });

  test('since 2025, finds both from a post code, and the map has no tile for the city', async () => {
    const page = await read(since2025, '/secteurs?ou=99002');
    expect(page).toContain('Votre bulletin pour la ville');
    expect(page).toContain('Votre bulletin pour le secteur');
    expect(page.match(/<rect[^>]* rx="6"/g)).toHaveLength(2);
  });

  test('sees on their ballot what a list says apart from its movement, and what the movement says', async () => {
    const page = await read(since2025, '/secteurs/2');
    expect(page).toContain('Réponse sans position claire');
    expect(page.replaceAll('\u00a0', ' ')).toContain('Son mouvement : S’engage');
  });
});
