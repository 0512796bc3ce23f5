import { z } from 'zod';
import type { Database } from '../../src/db/open.ts';
import { tables } from './migrations.ts';
import { freeCell, type Steps } from './position-steps.ts';
import { type Actor, campaign, positionForm, type World } from './world.ts';

const columns = z.array(z.object({ name: z.string(), type: z.string() }));

/** Every column of the database in which these words stand, as `table.column`. */
export function placesOf(database: Database, words: string): string[] {
  return tables(database.sql).flatMap((table) =>
    columns
      .parse(database.sql.prepare(`SELECT name, type FROM pragma_table_info('${table}')`).all())
      .filter(({ type, name }) => {
        const holds = `SELECT count(*) FROM "${table}" WHERE instr("${name}", ?) > 0`;
        return type === 'TEXT' && database.sql.prepare(holds).pluck().get(words) !== 0;
      })
      .map(({ name }) => `${table}.${name}`),
  );
}

const base = `/bureau/campagnes/${campaign}/masquages`;
let orders = 0;

/** The page on which someone reads what an order would erase. */
export const erasingPage = async (who: Actor, sujet: string, genre = 'position'): Promise<string> =>
  (await who.get(`${base}?${new URLSearchParams({ genre, sujet })}`)).body;

/** The form of that page, filled and confirmed, with every draft that it offers. */
export async function orderForm(who: Actor, sujet: string, genre = 'position'): Promise<Record<string, string | string[]>> {
  const body = await erasingPage(who, sujet, genre);
  orders += 1;
  return {
    cle: `ordre-de-la-loi-${String(orders).padStart(4, '0')}`,
    ...{ genre, sujet, motif: 'Ordonnance du 3 mars.', confirmer: 'oui' },
    lu: /name="lu" value="(\w+)"/.exec(body)?.[1] ?? '',
    brouillon: [...body.matchAll(/name="brouillon" value="(\d+)"/g)].map(([, id = '']) => id),
  };
}

/** Reads the page, ticks the box and sends: what an administrator does. */
export async function erase(who: Actor, sujet: string, over: Record<string, string | string[]> = {}, genre = 'position') {
  return who.post(base, { ...(await orderForm(who, sujet, genre)), ...over });
}

export const sendOrder = (who: Actor, form: Record<string, string | string[]>) => who.post(base, form);

/** Words that stand in one position and nowhere else, one for each of its fields. */
export const worded = {
  summary: 'Le zibeline-resume retirera tout.',
  quote: 'Nous retirerons le zibeline-citation, promis.',
  speaker: 'Zibeline-Nom, tête de liste',
  note: 'Rappeler au zibeline-numero.',
  'title-1': 'Le zibeline-titre',
  'publisher-1': 'Zibeline-Gazette',
  'url-1': 'https://example.org/zibeline-page',
};

/** Written, returned once with a reason that repeats it, mended, read with another code, published. */
export async function publishWorded(world: World, steps: Steps): Promise<number> {
  const id = await steps.enter(world.editor, worded);
  await steps.step(world.reviewer, id, 'lecture', { code: 'refuses' });
  await steps.step(world.reviewer, id, 'retour', { motif: 'Le zibeline-retour ne suffit pas.' });
  const mended = positionForm({ ...freeCell, ...worded, version: steps.version(id) });
  await world.editor.post(`/bureau/positions/${id}`, mended);
  await steps.step(world.reviewer, id, 'lecture', { code: 'refuses' });
  await steps.step(world.reviewer, id, 'approbation', { reglement: 'Le zibeline-reglement lève le doute.' });
  return id;
}
