import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServices } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openReplyLinks } from '../../src/outreach/reply-links.service.ts';
import { registerReply } from '../../src/reply/reply.routes.ts';
import { nothingPreviewed } from '../../src/web/preview.ts';
import { answerForm, linkFor } from '../support/answering.ts';
import { openWorld, type World } from '../support/world.ts';

/** Whoever may hold an address that begins with /repondre. None of them has an account, and none needs one. */
const holders = ['link', 'anotherList', 'expired', 'revoked', 'guessed'] as const;
type Holder = (typeof holders)[number];

let world: World;
let paths: Record<Holder, string>;
let references: { answer: string; reply: string };

beforeAll(async () => {
  world = await openWorld();
  const expired = linkFor(world, 'cap-ensemble');
  world.pass(200 * 86_400);
  const revoked = linkFor(world, 'cap-ensemble');
  openReplyLinks(world.database, world.clock).revoke(revoked.id);
  paths = {
    link: linkFor(world, 'cap-ensemble').path,
    anotherList: linkFor(world, 'aube-nouvelle').path,
    expired: expired.path,
    revoked: revoked.path,
    guessed: `/repondre/${'A'.repeat(43)}`,
  };
  const answer = await world.stranger.post(`${paths.link}/envoi`, answerForm());
  const entry = /<option value="(cap-ensemble\/[^"]+)"/.exec(
    (await world.stranger.get(`${paths.link}/droit-de-reponse`)).body,
  )?.[1];
  const reply = await world.stranger.post(`${paths.link}/droit-de-reponse`, {
    cle: 'un-droit-de-reponse-01',
    entree: entry ?? '',
    nom: 'Zoé Klein',
    qualite: 'mandataire',
    contact: '',
    texte: 'Nous contestons.',
  });
  const named = (location: unknown) => /recu\/([^?]+)/.exec(String(location))?.[1] ?? '';
  references = { answer: named(answer.headers.location), reply: named(reply.headers.location) };
});
afterAll(() => world.close());

/** What each is answered: 410 says that the link was closed, 404 that there never was one. */
const doors: [method: 'GET' | 'POST', path: string, answers: Record<Holder, number>][] = [
  ['GET', '', { link: 200, anotherList: 200, expired: 410, revoked: 410, guessed: 404 }],
  ['POST', '', { link: 200, anotherList: 200, expired: 410, revoked: 410, guessed: 404 }],
  ['POST', '/apercu', { link: 422, anotherList: 422, expired: 410, revoked: 410, guessed: 404 }],
  ['POST', '/envoi', { link: 422, anotherList: 422, expired: 410, revoked: 410, guessed: 404 }],
  ['GET', '/recu/:reference', { link: 200, anotherList: 404, expired: 410, revoked: 410, guessed: 404 }],
  // Sent here without a file, as no page of ours does.
  ['POST', '/recu/:reference/document', { link: 406, anotherList: 404, expired: 410, revoked: 410, guessed: 404 }],
  ['GET', '/droit-de-reponse', { link: 200, anotherList: 200, expired: 410, revoked: 410, guessed: 404 }],
  ['POST', '/droit-de-reponse', { link: 422, anotherList: 422, expired: 410, revoked: 410, guessed: 404 }],
  ['GET', '/droit-de-reponse/recu/:reference', { link: 200, anotherList: 404, expired: 410, revoked: 410, guessed: 404 }],
];

describe.each(doors)('%s /repondre/:link%s', (method, path, answers) => {
  test.each(holders.map((holder) => [holder, answers[holder]] as const))('for %s: %i', async (holder, expected) => {
    const reference = path.startsWith('/droit') ? references.reply : references.answer;
    const url = paths[holder] + path.replace(':reference', reference);
    const answer = method === 'GET' ? await world.stranger.get(url) : await world.stranger.post(url);
    expect([reference !== '', answer.statusCode]).toEqual([true, expected]);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

test('a link shows and takes the words of its own list alone', async () => {
  const own = await world.stranger.get(paths.link);
  const other = await world.stranger.get(paths.anotherList);
  expect(own.body).toContain('sans attendre');
  expect(other.body).not.toContain('sans attendre');
});

test('every route of a personal link stands in this table', async () => {
  const noted: string[] = [];
  const app = fastify();
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD' && url.startsWith('/repondre')) noted.push(`${each} ${url}`);
  });
  const services = openServices(readConfig({ NODE_ENV: 'test' }), world.database);
  await app.register(async (reply) => registerReply(reply, { ...services, preview: async () => nothingPreviewed }));
  expect(noted.sort()).toEqual(doors.map(([method, path]) => `${method} /repondre/:link${path}`).sort());
});
