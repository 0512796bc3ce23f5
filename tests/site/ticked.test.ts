import { afterAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
afterAll(() => app.close());

const read = async (path: string) => (await app.inject(path)).body;
const box = (name: string, checked: boolean) => `value="${name}"${checked ? ' checked' : ''}`;

describe('a voter who ticked lists to compare', () => {
  test('and then sorts the board, finds them ticked', async () => {
    const page = await read('/exemple?ordre=nom&liste=aube-nouvelle');
    expect(page).toContain(box('aube-nouvelle', true));
    expect(page).toContain(box('cap-ensemble', false));
    expect(page).not.toContain('class="chooser unseen"');
  });

  test('and then narrows the board to others, finds the ticked ones below it, by their names', async () => {
    const page = await read('/exemple?reponse=non&liste=aube-nouvelle');
    const below = page.slice(page.indexOf('class="chooser unseen"'));
    expect(below).toContain(box('aube-nouvelle', true));
    expect(below).toContain('Aube nouvelle');
    expect(page.match(/name="liste" value="aube-nouvelle"/g)).toHaveLength(1);
  });

  test('on a ballot and then sorts it, finds them ticked', async () => {
    const key = 'secteur-1-tour-1-panneau-1';
    expect(await read(`/exemple/secteurs/1?ordre=nom&liste=${key}`)).toContain(box(key, true));
  });

  test('where something matters to them, finds them ticked when they choose otherwise', async () => {
    const page = await read('/exemple/ce-qui-compte?demande=moins-de-cameras&liste=aube-nouvelle');
    expect(page).toContain(box('aube-nouvelle', true));
  });

  test('is led from the whole form to the address of the comparison alone, as one to share', async () => {
    const answer = await app.inject('/exemple/comparer?ordre=nom&position=&liste=aube-nouvelle&liste=cap-ensemble');
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe('/exemple/comparer?liste=aube-nouvelle&liste=cap-ensemble');
    expect((await app.inject('/exemple/comparer?ordre=nom')).headers.location).toBe('/exemple/comparer');
    expect((await app.inject('/en/exemple/editions/1/comparer?liste=toutes&x=1')).headers.location).toBe(
      '/en/exemple/editions/1/comparer?liste=toutes',
    );
  });
});
