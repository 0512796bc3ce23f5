import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linkFor } from '../support/answering.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { openWorld, type World } from '../support/world.ts';

const form = '/droit-de-reponse/exemple';
const desk = '/bureau/campagnes/exemple/droits-de-reponse';
let mailbox: Mailbox;
let world: World;
let filled = 0;

beforeEach(async () => {
  mailbox = await openMailbox();
  world = await openWorld(mailbox.settings);
});
afterEach(async () => {
  await world.close();
  await mailbox.close();
});

const text = 'Nous contestons : "jamais" nous n’avons dit cela !\n\nLisez notre programme ; page 3.';
function reply(over: Record<string, string> = {}): Record<string, string> {
  filled += 1;
  return {
    cle: `formulaire-de-droit-${filled}`,
    entree: 'aube-nouvelle/moins-de-cameras',
    nom: 'Lise Garance',
    qualite: 'tête de liste',
    contact: 'lise@aube.example',
    texte: text,
    ...over,
  };
}
const replies = () => world.standings.find('exemple')?.current('reply') ?? [];
const stored = () => world.database.sql.prepare('SELECT count(*) FROM right_of_reply').pluck().get();
const decide = (part: string, fields: Record<string, string>) =>
  world.reviewer.post(`${desk}/1${part}`, { cle: 'formulaire-decision', ...fields });

describe('someone named who answers', () => {
  test('gets a receipt with a time and a reference, once however often the form is sent', async () => {
    const sent = reply();
    const answer = await world.stranger.post(form, sent);
    await world.stranger.post(form, sent);
    expect(stored()).toBe(1);
    const receipt = await world.stranger.get(answer.headers.location ?? '');
    expect(receipt.body).toMatch(/PT-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(receipt.body).toContain('24\u00a0novembre 2026 à\u00a010\u00a0h\u00a000');
    expect(receipt.body).toContain('au plus tard le 27\u00a0novembre 2026 à\u00a010\u00a0h\u00a000');
    expect(receipt.body).not.toContain('Lise Garance');
    expect(receipt.headers['set-cookie']).toBeUndefined();
    expect(mailbox.mails.map(({ to }) => to)).toEqual([['lise@aube.example']]);
    expect(mailbox.mails[0]?.parsed.text).not.toContain('contestons');
  });

  test('finds the entry chosen already when a page led there', async () => {
    const page = await world.stranger.get(`${form}?entree=aube-nouvelle/moins-de-cameras`);
    expect(page.body).toMatch(/value="aube-nouvelle\/moins-de-cameras" selected/);
  });

  test('is told what is missing, and loses nothing', async () => {
    const answer = await world.stranger.post(form, reply({ entree: 'personne/rien', nom: '', contact: '' }));
    expect(answer.statusCode).toBe(422);
    for (const id of ['entree', 'nom', 'contact']) expect(answer.body).toContain(`href="#${id}"`);
    expect(answer.body).toContain('page 3.');
    expect((await world.stranger.post(form, reply({ texte: 'ligne\n'.repeat(201) }))).statusCode).toBe(422);
    expect(stored()).toBe(0);
  });

  test('by its link answers what is published of its own list alone, and need not be called back', async () => {
    const { path } = linkFor(world, 'aube-nouvelle');
    expect((await world.stranger.get(`${path}/droit-de-reponse`)).body).not.toContain('les-quais-solidaires/');
    const foreign = await world.stranger.post(
      `${path}/droit-de-reponse`,
      reply({ entree: 'les-quais-solidaires/moins-de-cameras' }),
    );
    expect(foreign.statusCode).toBe(422);
    const own = await world.stranger.post(`${path}/droit-de-reponse`, reply({ contact: '' }));
    expect(own.statusCode).toBe(303);
    expect((await world.stranger.get(own.headers.location ?? '')).statusCode).toBe(200);
    expect((await world.editor.get(`${desk}/1`)).body).toContain('le lien personnel de la liste');
    const other = own.headers.location?.replace(path, linkFor(world, 'lune-rousse').path) ?? '';
    expect((await world.stranger.get(other)).statusCode).toBe(404);
  });

  test('a program that fills the hidden field sends nothing; a person whose browser did sends again', async () => {
    const answer = await world.stranger.post(form, reply({ 'site-web': 'https://spam.example' }));
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('page 3.');
    expect(answer.body).not.toContain('spam.example');
    expect(stored()).toBe(0);
  });

  test.each(['application/json', 'text/plain'])('a body that is no form (%s) is refused before it is read', async (type) => {
    const urls = [form, linkFor(world, 'cap-ensemble').path, '/alertes/exemple'];
    for (const url of urls) {
      const request = { method: 'POST' as const, url, payload: '["a"]', headers: { 'content-type': type } };
      const { statusCode } = await world.app.inject(request);
      expect([url, statusCode]).toEqual([url, 415]);
    }
  });

  test('reading the form is not counted', async () => {
    for (let time = 0; time < 130; time += 1) expect((await world.stranger.get(form)).statusCode).toBe(200);
  });

  test('one address sends ten in an hour at most', async () => {
    let last = 0;
    for (let time = 0; time < 11; time += 1) last = (await world.stranger.post(form, reply())).statusCode;
    expect(last).toBe(429);
    expect(stored()).toBe(10);
  });
});

describe('at the desk', () => {
  beforeEach(async () => void (await world.stranger.post(form, reply())));

  test('everyone sees how much time is left; an editor does not decide', async () => {
    const before = replies().length;
    expect((await world.editor.get(desk)).body).toContain('il reste 3\u00a0jours et 0\u00a0heure');
    world.pass(70 * 3600);
    expect((await world.editor.get(desk)).body).toContain('il reste 2\u00a0heures');
    expect((await world.stranger.get(desk)).statusCode).toBe(303);
    expect((await world.editor.post(`${desk}/1/publication`, { verifie: 'Rappelée.' })).statusCode).toBe(404);
    expect(replies()).toHaveLength(before);
  });

  test('a reader who checked the sender publishes it to the letter beside the entry', async () => {
    const before = replies().length;
    expect((await decide('/publication', { verifie: '' })).statusCode).toBe(422);
    expect((await decide('/publication', { verifie: 'Rappelée à la permanence.' })).statusCode).toBe(303);
    expect(replies().at(-1)).toEqual({
      movement: 'aube-nouvelle',
      position: 'aube-nouvelle/moins-de-cameras',
      text,
      receivedAt: '2026-11-24T09:00:00.000Z',
      author: 'Lise Garance, tête de liste',
    });
    const page = await world.stranger.get('/exemple/mouvements/aube-nouvelle/moins-de-cameras');
    expect(page.body).toContain(
      'Nous contestons : &quot;jamais&quot; nous n’avons dit cela !\n\nLisez notre programme ; page 3.',
    );
    expect(page.body).not.toContain('lise@aube.example');
    expect(page.body).not.toContain('permanence');
    expect((await decide('/publication', { verifie: 'Encore.' })).statusCode).toBe(409);
    expect(replies()).toHaveLength(before + 1);
  });

  test('a refusal needs a reason, which is kept', async () => {
    expect((await decide('/refus', { motif: '' })).statusCode).toBe(422);
    await decide('/refus', { motif: 'L’auteur n’est pas nommé dans cette entrée.' });
    expect((await world.editor.get(desk)).body).toContain('n’est pas nommé');
    expect((await decide('/publication', { verifie: 'Finalement.' })).statusCode).toBe(409);
    expect(world.database.sql.prepare("SELECT reason FROM audit WHERE action = 'reply-refused'").pluck().get()).toContain(
      'n’est pas nommé',
    );
  });

  test('another campaign’s people see nothing of it', async () => {
    expect((await world.outsider.get(desk)).statusCode).toBe(404);
    expect((await world.outsider.get(`${desk}/1`)).statusCode).toBe(404);
    expect((await world.reviewer.get(`${desk}/999`)).statusCode).toBe(404);
  });

  test('the database keeps what was sent as it came', () => {
    const change = (column: string) => world.database.sql.prepare(`UPDATE right_of_reply SET ${column} = 'autre' WHERE id = 1`);
    for (const column of ['text', 'author', 'position', 'received_at'])
      expect(() => change(column).run()).toThrow('kept as it came');
  });
});

test('on the eve of the vote it is received, and neither published nor answered by mail until the polls close', async () => {
  const eve = await openWorld(mailbox.settings, '2020-03-14T09:00:00Z');
  const sent = await eve.stranger.post(form, reply());
  const receipt = await eve.stranger.get(sent.headers.location ?? '');
  expect(receipt.body).toContain('au plus tard le 15\u00a0mars 2020 à\u00a020\u00a0h\u00a000');
  expect(mailbox.mails).toEqual([]);
  const refused = await eve.reviewer.post(`${desk}/1/publication`, { verifie: 'Rappelée à la permanence.' });
  expect(refused.statusCode).toBe(409);
  expect(refused.body).toContain('15\u00a0mars 2020 à\u00a020\u00a0h\u00a000');
  expect(refused.body).toContain('Rappelée à la permanence.');
  eve.pass(36 * 3600);
  expect((await eve.reviewer.post(`${desk}/1/publication`, { verifie: 'Rappelée.' })).statusCode).toBe(303);
  await eve.close();
});
