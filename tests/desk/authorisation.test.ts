import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServices } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { registerDesk } from '../../src/desk/desk.routes.ts';
import { openWorld, positionForm, type World } from '../support/world.ts';

interface Declared {
  method: string;
  url: string;
  ability: string | undefined;
}

let world: World;
let position: number;
let declared: Declared[];
const slug = 'exemple';
const entry = 'cap-ensemble/moins-de-cameras';

beforeAll(async () => {
  world = await openWorld();
  const answer = await world.editor.post(
    `/bureau/campagnes/${slug}/positions`,
    positionForm({ sujet: 'demain-les-phares', demande: 'moins-de-cameras' }),
  );
  position = Number(/position-(\d+)/.exec(answer.headers.location ?? '')?.[1]);
  declared = await deskRoutes(world);
});
afterAll(() => world.close());

/** The desk alone, declared once more over a server that notes each route. */
async function deskRoutes({ database }: World): Promise<Declared[]> {
  const noted: Declared[] = [];
  const app = fastify();
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') noted.push({ method: each, url, ability: config?.ability });
  });
  const services = openServices(readConfig({ NODE_ENV: 'test' }), database);
  await app.register(async (desk) => registerDesk(desk, { ...services, preview: async () => ({ cell: '', proof: '' }) }));
  return noted;
}

type Who = 'stranger' | 'outsider' | 'editor' | 'reviewer' | 'administrator';
const cast: Who[] = ['stranger', 'outsider', 'editor', 'reviewer', 'administrator'];

const asking = (part: string) => `/bureau/campagnes/${slug}/sollicitations${part}`;

/** What each is answered, in the order of the cast. 303 to the sign-in for strangers, 404 for whoever may not know. */
const table: [method: 'GET' | 'POST', url: () => string, answers: number[]][] = [
  ['GET', () => '/bureau', [303, 200, 200, 200, 200]],
  ['GET', () => `/bureau/campagnes/${slug}`, [303, 404, 200, 200, 200]],
  ['GET', () => '/bureau/connexion', [200, 303, 303, 303, 303]],
  ['GET', () => '/bureau/premier-acces/nimporte-quoi', [404, 404, 404, 404, 404]],
  ['GET', () => `/bureau/campagnes/${slug}/positions/nouvelle`, [303, 404, 200, 200, 200]],
  ['GET', () => '/bureau/campagnes/nulle-part/positions/nouvelle', [303, 404, 404, 404, 404]],
  ['GET', () => `/bureau/positions/${position}`, [303, 404, 200, 200, 200]],
  ['GET', () => '/bureau/positions/999999', [303, 404, 404, 404, 404]],
  ['GET', () => '/bureau/positions/1e0', [303, 404, 404, 404, 404]],
  ['POST', () => `/bureau/campagnes/${slug}/positions`, [303, 404, 422, 422, 422]],
  ['POST', () => `/bureau/positions/${position}`, [303, 404, 422, 422, 422]],
  ['POST', () => `/bureau/positions/${position}/reprise`, [303, 404, 409, 409, 409]],
  ['POST', () => `/bureau/positions/${position}/retour`, [303, 404, 404, 409, 409]],
  ['POST', () => `/bureau/positions/${position}/lecture`, [303, 404, 404, 409, 409]],
  ['POST', () => `/bureau/positions/${position}/approbation`, [303, 404, 404, 409, 409]],
  ['GET', () => asking(''), [303, 404, 200, 200, 200]],
  ['POST', () => asking('/publication'), [303, 404, 404, 303, 303]],
  ['GET', () => asking('/lettre'), [303, 404, 200, 200, 200]],
  ['POST', () => asking('/lettre'), [303, 404, 422, 422, 422]],
  ['POST', () => asking('/reglages'), [303, 404, 422, 422, 422]],
  ['GET', () => asking('/envoi'), [303, 404, 200, 200, 200]],
  ['POST', () => asking('/envoi'), [303, 404, 409, 409, 409]],
  ['POST', () => asking('/impression'), [303, 404, 422, 422, 422]],
  ['POST', () => asking('/postees'), [303, 404, 422, 422, 422]],
  ['GET', () => asking('/mouvements/cap-ensemble'), [303, 404, 200, 200, 200]],
  ['GET', () => asking('/mouvements/personne'), [303, 404, 404, 404, 404]],
  ['POST', () => asking('/mouvements/cap-ensemble/contacts'), [303, 404, 422, 422, 422]],
  ['POST', () => asking('/mouvements/cap-ensemble/contacts/999999/issue'), [303, 404, 303, 303, 303]],
  ['POST', () => asking('/mouvements/cap-ensemble/contacts/999999/retrait'), [303, 404, 303, 303, 303]],
  ['POST', () => asking('/mouvements/cap-ensemble/adresses'), [303, 404, 422, 422, 422]],
  ['POST', () => asking('/mouvements/cap-ensemble/adresses/999999/retrait'), [303, 404, 303, 303, 303]],
  ['POST', () => asking('/mouvements/cap-ensemble/liens'), [303, 404, 200, 200, 200]],
  ['POST', () => asking('/mouvements/cap-ensemble/liens/999999/revocation'), [303, 404, 303, 303, 303]],
  ['POST', () => `/bureau/positions/${position}/annulation`, [303, 404, 404, 409, 409]],
  ['POST', () => `/bureau/positions/${position}/corbeille`, [303, 404, 409, 409, 409]],
  ['POST', () => `/bureau/positions/${position}/restauration`, [303, 404, 409, 409, 409]],
  ['GET', () => `/bureau/campagnes/${slug}/lecture`, [303, 404, 200, 200, 200]],
  ['GET', () => `/bureau/campagnes/${slug}/publications`, [303, 404, 200, 200, 200]],
  ['POST', () => `/bureau/campagnes/${slug}/publications`, [303, 404, 404, 409, 409]],
  ['GET', () => `/bureau/campagnes/${slug}/publications/entree?sujet=${entry}`, [303, 404, 200, 200, 200]],
  ['POST', () => `/bureau/campagnes/${slug}/retraits`, [303, 404, 404, 404, 404]],
  ['POST', () => '/bureau/retraits/999999', [303, 404, 404, 404, 404]],
  ['POST', () => `/bureau/campagnes/${slug}/masquages`, [303, 404, 404, 404, 404]],
  ['GET', () => `/bureau/campagnes/${slug}/journal`, [303, 404, 200, 200, 200]],
  ['GET', () => `/bureau/campagnes/${slug}/journal.csv`, [303, 404, 200, 200, 200]],
  ['POST', () => `/bureau/campagnes/${slug}/pieces`, [303, 404, 422, 422, 422]],
  ['GET', () => `/bureau/campagnes/${slug}/pieces/inconnue`, [303, 404, 404, 404, 404]],
];

describe.each(table)('%s %s', (method, url, answers) => {
  test.each(cast.map((who, index) => [who, answers[index]] as const))(`for the %s: %i`, async (who, expected) => {
    const answer = method === 'GET' ? await world[who].get(url()) : await world[who].post(url(), { version: '999' });
    expect(answer.statusCode).toBe(expected);
  });
});

test('every route of the desk declares an ability', () => {
  expect(declared.filter(({ ability }) => ability === undefined)).toEqual([]);
});

test('every route of the desk stands in this table, or is for strangers', () => {
  const known = [
    ...table.map(([method, url]) => `${method} ${url()}`),
    'POST /bureau/connexion',
    'POST /bureau/deconnexion',
    'POST /bureau/premier-acces/x',
  ];
  const shape = (route: string) =>
    route
      .replace(/\/positions\/(?:\d\w*|:id)/, '/positions/:id')
      .replace(/campagnes\/[^/]+/, 'campagnes/:slug')
      .replace(/retraits\/.+/, 'retraits/:id')
      .replace(/entree\?.+/, 'entree')
      .replace(/mouvements\/[^/]+/, 'mouvements/:movement')
      .replace(/\/\d+\//, '/:id/')
      .replace(/pieces\/.+/, 'pieces/:sha256')
      .replace(/premier-acces\/.+/, 'premier-acces/:link');
  const routes = declared.map(({ method, url }) => shape(`${method} ${url}`));
  expect(routes.length).toBeGreaterThan(12);
  expect(routes.filter((route) => !known.map(shape).includes(route))).toEqual([]);
});

describe('each form', () => {
  test('is refused without its token, with another one’s, and from another site', async () => {
    const { editor, reviewer, app } = world;
    for (const token of ['', 'x'.repeat(43), reviewer.token]) {
      const answer = await editor.post(`/bureau/positions/${position}/reprise`, { _jeton: token });
      expect(answer.statusCode).toBe(403);
    }
    const headers = {
      cookie: editor.cookie,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
    };
    const payload = `_jeton=${editor.token}`;
    const foreign = await app.inject({ method: 'POST', url: `/bureau/positions/${position}/reprise`, headers, payload });
    expect(foreign.statusCode).toBe(403);
  });

  test('nothing of the desk is kept by a cache or found by a search engine', async () => {
    for (const url of ['/bureau', '/bureau/connexion', `/bureau/positions/${position}`]) {
      const { headers } = await world.editor.get(url);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-robots-tag']).toBe('noindex');
    }
  });
});
