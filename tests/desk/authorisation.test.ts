import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServices } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { registerDesk } from '../../src/desk/desk.routes.ts';
import { nothingPreviewed } from '../../src/web/preview.ts';
import { type Door, gather, type Who, whole } from '../support/cast.ts';
import { followUpStepsOf } from '../support/follow-up-steps.ts';
import type { Actor } from '../support/world.ts';
import { campaign, openWorld, positionForm, type World } from '../support/world.ts';
import { followUpDoors } from './authorisation/followup.doors.ts';
import { outreachDoors } from './authorisation/outreach.doors.ts';
import { peopleDoors } from './authorisation/people.doors.ts';
import { positionDoors } from './authorisation/positions.doors.ts';
import { settingsDoors } from './authorisation/settings.doors.ts';

/** Every door of the desk. A new route is one more line, in the file of its part; a test fails for one that has none. */
const doors: readonly Door[] = [...positionDoors, ...followUpDoors, ...peopleDoors, ...outreachDoors, ...settingsDoors];

interface Declared {
  method: string;
  url: string;
  ability: string | undefined;
}

interface Stage {
  world: World;
  cast: Record<Who, Actor>;
  /** One that the author wrote and submitted. */
  position: number;
  /** A follow-up that the author wrote and submitted. */
  followUp: number;
}

let stage: Stage;
let declared: Declared[];

beforeAll(async () => {
  stage = await openStage();
  declared = await deskRoutes(stage.world);
});
afterAll(() => stage.world.close());

async function openStage(): Promise<Stage> {
  const world = await openWorld();
  const cast = gather(world);
  const cell = { sujet: 'demain-les-phares', demande: 'moins-de-cameras' };
  const answer = await cast.author.post(`/bureau/campagnes/${campaign}/positions`, positionForm(cell));
  const followUp = await followUpStepsOf(world).enter(cast.author);
  return { world, cast, position: Number(/position-(\d+)/.exec(answer.headers.location ?? '')?.[1]), followUp };
}

/** The desk alone, declared once more over a server that notes each route. */
async function deskRoutes({ database }: World): Promise<Declared[]> {
  const noted: Declared[] = [];
  const app = fastify();
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') noted.push({ method: each, url, ability: config?.ability });
  });
  const services = openServices(readConfig({ NODE_ENV: 'test' }), database);
  await app.register(async (desk) => registerDesk(desk, { ...services, preview: async () => nothingPreviewed }));
  return noted;
}

function addressOf({ route, params = {}, query = '' }: Door, { position, followUp }: Stage): string {
  const known: Record<string, string> = { slug: campaign, id: String(position), ...params };
  return route.replace(/:(\w+)/g, (_, name: string) => (known[name] ?? name).replace(':suivi', String(followUp))) + query;
}

const asWritten = doors.map((each) => [each.method, `${each.route}${Object.values(each.params ?? {}).join()}`, each] as const);

describe.each(asWritten)('%s %s', (_method, _route, each) => {
  test.each(whole.map((who) => [who, each.answers[who]] as const))('for %s: %i', async (who, expected) => {
    const here = each.alone ? await openStage() : stage;
    const actor = here.cast[who];
    const url = addressOf(each, here);
    const answer = each.method === 'GET' ? await actor.get(url) : await actor.post(url, { version: '999', ...each.fields });
    if (each.alone) await here.world.close();
    expect([url, answer.statusCode]).toEqual([url, expected]);
    if (expected === 303 && (who === 'nobody' || who === 'closed'))
      expect(answer.headers.location).toMatch(/^\/bureau\/connexion/);
  });
});

test('every route of the desk declares an ability', () => {
  expect(declared.filter(({ ability }) => ability === undefined)).toEqual([]);
});

test('every route of the desk stands in this table, and the table names only routes that exist', () => {
  const routes = declared.map(({ method, url }) => `${method} ${url}`);
  const known = doors.map(({ method, route }) => `${method} ${route}`);
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter((route) => !known.includes(route))).toEqual([]);
  expect(known.filter((route) => !routes.includes(route))).toEqual([]);
});

test('whoever wrote a position neither approves nor returns it, as reviewer or as administrator', async () => {
  const { cast, position, world } = stage;
  const version = String(world.database.sql.prepare('SELECT version FROM position WHERE id = ?').pluck().get(position));
  for (const step of ['approbation', 'retour']) {
    const fields = { version, cle: `${step}-de-son-auteur-012345`, motif: 'Un motif.' };
    const answer = await cast.author.post(`/bureau/positions/${position}/${step}`, fields);
    expect(answer.body).toContain('une autre personne doit la lire');
  }
  expect(world.database.sql.prepare('SELECT state FROM position WHERE id = ?').pluck().get(position)).toBe('submitted');
});

describe('each form', () => {
  test('is refused without its token, with another one’s, and from another site', async () => {
    const { world, cast, position } = stage;
    const url = `/bureau/positions/${position}/reprise`;
    for (const token of ['', 'x'.repeat(43), cast.reviewer.token]) {
      expect((await cast.editor.post(url, { _jeton: token })).statusCode).toBe(403);
    }
    const headers = {
      cookie: cast.editor.cookie,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
    };
    const payload = `_jeton=${cast.editor.token}`;
    expect((await world.app.inject({ method: 'POST', url, headers, payload })).statusCode).toBe(403);
  });

  test('nothing of the desk is kept by a cache or found by a search engine', async () => {
    for (const url of ['/bureau', '/bureau/connexion', `/bureau/positions/${stage.position}`]) {
      const { headers } = await stage.cast.editor.get(url);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-robots-tag']).toBe('noindex');
    }
  });
});
