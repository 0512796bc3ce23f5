import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDelivery } from '../../src/alerts/delivery.service.ts';
import { buildApp, openServices } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openDirectory } from '../../src/standings/directory.ts';
import { fold } from '../../src/standings/fold.ts';
import { openStandings } from '../../src/standings/standings.service.ts';
import { inventedTown, manyCampaigns } from '../bench/many-campaigns.ts';
import { seeded } from '../support/seeded.ts';
import { position } from '../support/town.ts';

vi.mock('../../src/standings/fold.ts', { spy: true });

const { database, ledger } = manyCampaigns(120, inventedTown);
const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });
const app = await buildApp(config, database);
afterAll(() => app.close());

const publish = (campaign: string, publishedAt = '2026-03-12T10:00:00Z') =>
  ledger.publish(campaign, [position({ movement: 'horizon', demand: 'cameras', stance: 'refuses' })], { publishedAt });
/** The campaigns that were folded since last asked. */
function folded(): (string | undefined)[] {
  const campaigns = vi.mocked(fold).mock.calls.map(([editions]) => editions[0]?.campaign);
  vi.mocked(fold).mockClear();
  return campaigns;
}
const ofAll = ['/', '/en', '/campagnes/1', '/?ville=saint', '/sitemap.xml', '/sitemap_site.xml', '/api/v1/campaigns'];
const documents = [`/pieces/${'a'.repeat(64)}`, '/accessibilite', '/commune-1/nulle-part.atom'];
async function readAll(): Promise<void> {
  for (const url of [...ofAll, ...documents]) await app.inject(url);
}

describe('what is read of every campaign', () => {
  beforeEach(() => void folded());

  test('folds those that it shows and no other', async () => {
    for (const url of ofAll) expect([url, (await app.inject(url)).statusCode]).toEqual([url, 200]);
    expect(folded().length).toBe(5);
    await readAll();
    expect(folded()).toEqual([]);
  });

  test('publishing in one campaign folds none of the others', async () => {
    await readAll();
    folded();
    publish('commune-77');
    await readAll();
    expect(folded()).toEqual(['commune-77']);
  });

  test('a page of one campaign, from memory, folds nothing, however many others were read since', async () => {
    await app.inject('/commune-3');
    for (let index = 20; index < 80; index++) await app.inject(`/commune-${index}`);
    folded();
    expect((await app.inject('/commune-3')).statusCode).toBe(200);
    expect(folded()).toEqual([]);
  });

  test('a round of alerts folds no campaign that nobody follows', async () => {
    const services = openServices(config, database);
    await openDelivery({ ...services, publicUrl: config.publicUrl }).round();
    expect(folded()).toEqual([]);
  });
});

describe('the directory', () => {
  test('says of each campaign what its fold says', () => {
    const places = [seeded('marseille-2020'), seeded('exemple'), { ledger, standings: openStandings(ledger) }];
    for (const { standings } of places) {
      for (const { campaign, edition } of standings.directory.list()) {
        const state = standings.find(campaign.slug);
        expect([campaign, edition]).toEqual([state?.campaign, state?.edition]);
      }
    }
    expect(openStandings(ledger).directory.list().length).toBe(120);
  });

  test('knows the new name of a town, and keeps its list while nothing is published', () => {
    const directory = openDirectory(ledger);
    const before = directory.list();
    expect(directory.list()).toBe(before);
    const campaign = directory.find('commune-5')?.campaign;
    if (!campaign) throw new Error('it is there');
    const renamed = { ...campaign, town: 'Bourg-Neuf' };
    ledger.publish('commune-5', [{ kind: 'campaign', subject: 'commune-5', payload: renamed }], {
      publishedAt: '2026-03-13T10:00:00Z',
    });
    expect(directory.find('commune-5')?.campaign.town).toBe('Bourg-Neuf');
    expect(directory.list()).not.toBe(before);
  });

  test('keeps nothing of a publication that is undone, and misses none that takes its place', () => {
    const directory = openDirectory(ledger);
    const number = directory.find('commune-9')?.edition.number ?? 0;
    const undone = database.sql.transaction(() => {
      publish('commune-9');
      expect(directory.find('commune-9')?.edition.number).toBe(number + 1);
      throw new Error('undone');
    });
    expect(undone).toThrow('undone');
    expect(directory.find('commune-9')?.edition.number).toBe(number);
    publish('commune-10');
    expect(directory.find('commune-10')?.edition.number).toBe(2);
  });
});
