import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { NewEntry } from '../../src/ledger/payloads.ts';
import { bases, lifecycles, stances } from '../../src/positions/stance.ts';
import { seeded } from '../support/seeded.ts';
import { emptyLedger, firstEdition, position, town } from '../support/town.ts';

const row = z.looseObject({ movement: z.string(), list: z.string().nullable(), demand: z.string(), stance: z.string() });
const file = z.object({ edition: z.object({ number: z.number() }), rows: z.array(row) });
type Row = z.infer<typeof row>;

/** The state of each answer on a page, in the order in which it shows them: the class that also chooses the icon. */
function statesIn(html: string): string[] {
  const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  return [...main.matchAll(/class="answer is-[a-z]+ s-([a-z_]+)"/g)].map(([, state = '']) => state);
}

const codeOf = ({ stance }: Row) => stance.replace(/^silence:/, '');

async function get(app: FastifyInstance, url: string): Promise<string> {
  const { statusCode, body } = await app.inject(url);
  expect([url, statusCode]).toEqual([url, 200]);
  return body;
}

/** HTML in both languages, CSV and JSON say the same of every movement and list on every demand, as of one edition. */
async function expectAgreement(app: FastifyInstance, campaign: string, number: number): Promise<number> {
  const base = `/${campaign}/editions/${number}`;
  const { edition, rows } = file.parse(JSON.parse(await get(app, `${base}.json`)));
  expect(edition.number).toBe(number);
  const csv = z.array(z.record(z.string(), z.string())).parse(parse(await get(app, `${base}.csv`), { columns: true, bom: true }));
  const flat = (value: unknown) => (value === null ? '' : String(value));
  const text = rows.map((each) => Object.fromEntries(Object.entries(each).map(([name, value]) => [name, flat(value)])));
  // A cell that a spreadsheet would take for a formula has an apostrophe before it in CSV alone.
  expect(
    csv.map((each) =>
      Object.fromEntries(Object.entries(each).map(([name, value]) => [name, value.replace(/^'(?=[=+\-@\t\r])/, '')])),
    ),
  ).toEqual(text);
  const pages = Map.groupBy(rows, ({ movement, list }) => (list === null ? `/mouvements/${movement}` : `/listes/${list}`));
  for (const [page, own] of pages) {
    for (const language of ['', '/en']) {
      const shown = statesIn(await get(app, language + base + page));
      expect([page, shown.slice(0, own.length)]).toEqual([page, own.map(codeOf)]);
    }
  }
  return pages.size;
}

const open = (database: Parameters<typeof buildApp>[1]) =>
  buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: 'https://parole-tenue.example' }), database);

test('at every edition of the example, pages and files say the same', async () => {
  const { database, state } = seeded('exemple');
  const app = await open(database);
  for (const { number } of state.editions) expect(await expectAgreement(app, 'exemple', number)).toBeGreaterThan(20);
  await app.close();
}, 60_000);

const cells = { movement: ['pre-vert', 'horizon', 'cap-nord', 'tous-ici'], demand: ['projets', 'cameras', 'comite'] };
const published = fc.record({
  movement: fc.constantFrom(...cells.movement),
  demand: fc.constantFrom(...cells.demand),
  stance: fc.constantFrom(...stances),
  basis: fc.constantFrom(...bases),
  lifecycle: fc.constantFrom(...lifecycles),
  summary: fc.constantFrom('Un résumé.', '=1+1', '« Entre guillemets ; et point-virgule »', 'Deux\nlignes'),
  withdrawn: fc.boolean(),
});

test('whatever is published, corrected and withdrawn, pages and files say the same at every edition', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(published, { minLength: 1, maxLength: 3 }), async (acts) => {
      const { database, ledger } = emptyLedger();
      const at = { publishedAt: '2020-03-10T08:00:00Z' };
      ledger.publish(town, firstEdition, at);
      for (const { withdrawn, ...payload } of acts) {
        const subject = `${payload.movement}/${payload.demand}`;
        const entries: NewEntry[] = [position(payload)];
        if (withdrawn) entries.push({ kind: 'withdrawal', subject, payload: { kind: 'position', subject }, reason: 'Faux.' });
        ledger.publish(town, entries, at);
      }
      const app = await open(database);
      for (let number = 1; number <= acts.length + 1; number += 1) await expectAgreement(app, town, number);
      await app.close();
    }),
    { numRuns: 4 },
  );
}, 120_000);
