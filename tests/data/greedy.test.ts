import { afterAll, describe, expect, test } from 'vitest';
import { town, townServer } from '../support/town.ts';

const { app, ledger } = await townServer({ PUBLIC_URL: 'https://parole.example' });
afterAll(() => app.close());

const editions = 62;
for (let number = 3; number <= editions; number += 1) {
  const payload = { slug: 'cap-nord', name: `Cap Nord ${number}`, leader: null };
  const publishedAt = new Date(Date.parse('2020-03-20T08:00:00Z') + number * 3_600_000).toISOString();
  ledger.publish(town, [{ kind: 'movement', subject: 'cap-nord', payload, reason: 'Son nom.' }], { publishedAt });
}

const get = (url: string, remoteAddress: string) => app.inject({ url, remoteAddress });
/** As many different files as the patterns give: each has to be made. */
const files = (...patterns: string[]) =>
  patterns.flatMap((pattern) => Array.from({ length: editions - 2 }, (_, index) => pattern.replace('N', String(index + 2))));

const api = `/api/v1/campaigns/${town}`;
const families: [string, string[], string][] = [
  ['pictures', files(`/images/${town}/editions/N/carte.png`), `/images/${town}/editions/1/carte.png`],
  ['spreadsheets', files(`/${town}/editions/N.xlsx`, `/${town}/editions/N.ods`), `/${town}/editions/1.xlsx`],
  ['archives', files(`/${town}/editions/N/donnees.zip`), `/${town}/editions/1/donnees.zip`],
  ['CSV and JSON', files(`/${town}/editions/N.csv`, `/${town}/editions/N/donnees/positions.json`), `/${town}/editions/1.csv`],
  ['registers', files(`/${town}/editions/N/registre.json`, `/${town}/editions/N/popolo.json`), `/${town}/editions/1/popolo.json`],
  ['rows', files(`${api}/positions?edition=N`, `${api}/lists?edition=N`), `${api}/positions?edition=1`],
];

describe.each(families)('one who asks for all the %s at once', (_what, greedy, modest) => {
  // In one home of IPv6, which has many addresses.
  const home = (index: number) => `2001:db8:0:${families.findIndex(([, all]) => all === greedy)}::${(index + 1).toString(16)}`;

  test('is told to come back, and keeps nobody else out: neither of a file nor of a page', async () => {
    const done: string[] = [];
    const ask = async (url: string, from: string) => {
      const { statusCode, headers } = await get(url, from);
      done.push(url);
      return { statusCode, wait: headers['retry-after'], cache: headers['cache-control'] };
    };
    const flood = greedy.map((url, index) => ask(url, home(index)));
    const [other, page] = await Promise.all([ask(modest, '192.0.2.7'), ask(`/${town}/mouvements/pre-vert`, '192.0.2.8')]);
    expect([other.statusCode, page.statusCode]).toEqual([200, 200]);
    const answers = await Promise.all(flood);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 503]));
    expect(answers.find(({ statusCode }) => statusCode === 503)).toMatchObject({ wait: '10', cache: 'no-store' });
    // Both passed before the last of the others, though they came after all of them.
    const served = done.filter(
      (_url, index) => index > Math.max(done.indexOf(modest), done.indexOf(`/${town}/mouvements/pre-vert`)),
    );
    expect(served.length).toBeGreaterThan(0);
  });

  test('gets what was refused when they come back', async () => {
    expect((await get(greedy.at(-1) ?? '', home(0))).statusCode).toBe(200);
  });
});
