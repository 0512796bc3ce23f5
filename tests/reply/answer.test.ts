import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linkAnswersRepository } from '../../src/outreach/link-answers.repository.ts';
import { positionsRepository } from '../../src/positions/positions.repository.ts';
import { answerForm, linkFor } from '../support/answering.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { openWorld, type World } from '../support/world.ts';

const asking = '/bureau/campagnes/exemple/sollicitations';
let mailbox: Mailbox;
let world: World;
let link: ReturnType<typeof linkFor>;

beforeEach(async () => {
  mailbox = await openMailbox();
  world = await openWorld(mailbox.settings);
  link = linkFor(world, 'cap-ensemble');
});
afterEach(async () => {
  await world.close();
  await mailbox.close();
});

const send = (form: Record<string, string>, path = link.path) => world.stranger.post(`${path}/envoi`, form);
const submitted = () => positionsRepository(world.database).listPositions(1, ['submitted']);
const status = () => world.standings.find('exemple')?.of('contact').get('cap-ensemble')?.current?.status;
const rows = () =>
  ['position', 'link_answer', 'reply_link', 'contact', 'person', 'audit'].map((table) =>
    world.database.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );

describe('a list with its link', () => {
  test('opens it as often as it wants: nothing changes, and no cookie is set', async () => {
    const before = rows();
    for (let time = 0; time < 3; time += 1) {
      const page = await world.stranger.get(link.path);
      expect(page.statusCode).toBe(200);
      expect(page.headers['set-cookie']).toBeUndefined();
      expect(page.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
      });
    }
    expect(rows()).toEqual(before);
  });

  test('sees what will be published before anything leaves, with its own words untouched', async () => {
    const before = rows();
    const preview = await world.stranger.post(`${link.path}/apercu`, answerForm());
    expect(preview.body).toContain('Rien n’est encore envoyé.');
    expect(preview.body).toContain('Réponse signée');
    expect(preview.body).toContain('Zoé Klein, mandataire');
    expect(rows()).toEqual(before);
    const back = await world.stranger.post(link.path, answerForm());
    expect(back.body).toContain('Nous en retirerons la moitié ; &quot;sans attendre&quot; !');
  });

  test('sends once: a receipt, a submitted position with its words, and the silence becomes an answer to be read', async () => {
    const form = answerForm({ courriel: 'zoe@cap.example' });
    const answer = await send(form);
    expect(answer.statusCode).toBe(303);
    const twice = await send(form);
    expect(twice.headers.location?.split('?')[0]).toBe(answer.headers.location?.split('?')[0]);

    const receipt = await world.stranger.get(answer.headers.location ?? '');
    const reference = /PT-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt.body)?.[0] ?? '';
    expect(receipt.body).toContain('24\u00a0novembre 2026 à\u00a010\u00a0h\u00a000');
    expect(receipt.body).toContain('vous a été envoyé par courriel');
    expect(mailbox.mails).toHaveLength(1);
    expect(mailbox.mails[0]?.parsed.text).toContain(reference);
    expect(mailbox.mails[0]?.parsed.text).not.toContain('/repondre/');

    expect(submitted()).toMatchObject([
      {
        basis: 'reply',
        stance: 'commits',
        quote: 'Nous en retirerons la moitié ; "sans attendre" !',
        speaker: 'Zoé Klein, mandataire',
        saidOn: '2026-11-24',
        reviewerId: null,
      },
    ]);
    expect(status()).toBe('asked');
    await world.reviewer.post(`${asking}/publication`, { cle: 'formulaire-publication' });
    expect(status()).toBe('being_checked');
  });

  test('is told in words what is missing, field by field, and loses nothing', async () => {
    const answer = await send(answerForm({ 'position-moins-de-cameras': 'commits_in_part', nom: '', courriel: 'zoe' }));
    expect(answer.statusCode).toBe(422);
    for (const id of ['condition-moins-de-cameras', 'nom', 'courriel']) expect(answer.body).toContain(`href="#${id}"`);
    expect(answer.body).toContain('Nous en retirerons la moitié');
    expect(submitted()).toEqual([]);
  });

  test('completes its answer later: the position that waits is changed, not doubled; the same again is nothing new', async () => {
    await send(answerForm());
    const [first] = submitted();
    const page = await world.stranger.get(link.path);
    expect(page.body).toContain('est bien arrivée');
    expect(page.body).toContain('Nous en retirerons la moitié');
    expect((await send(answerForm())).statusCode).toBe(422);

    const more = { 'mots-moins-de-cameras': 'Nous en retirerons les deux tiers.', 'position-un-comite-de-controle': 'refuses' };
    await send(answerForm({ ...more, 'mots-un-comite-de-controle': 'Le conseil municipal suffit.' }));
    expect(submitted()).toHaveLength(2);
    expect(submitted().find(({ id }) => id === first?.id)?.quote).toBe('Nous en retirerons les deux tiers.');
    expect(linkAnswersRepository(world.database).listAnswers(link.movementId)).toHaveLength(2);
  });

  test('is an agent who comes back and finds what they sent, demand by demand, and its receipt: none of the desk’s words', async () => {
    await send(answerForm());
    const more = {
      'position-moins-de-cameras': 'commits_in_part',
      'condition-moins-de-cameras': 'Si la préfecture l’accepte.',
      'position-un-comite-de-controle': 'refuses',
      'mots-un-comite-de-controle': 'Le conseil municipal suffit.',
    };
    const { headers } = await send(answerForm(more));
    const [position] = submitted();
    world.database.sql.prepare('INSERT INTO position_author VALUES (?, ?)').run(position?.id, world.editor.id);
    world.database.sql.prepare("UPDATE position SET quote = 'Mots du bureau', note = 'Note du bureau'").run();

    const { body } = await world.stranger.get(link.path);
    const checked = [...body.matchAll(/<input type="radio" id="([^"]+)"[^>]* checked>/g)].map(([, id]) => id);
    expect(checked).toEqual(['position-moins-de-cameras-commits_in_part', 'position-un-comite-de-controle-refuses']);
    for (const words of ['Nous en retirerons la moitié', 'Si la préfecture l’accepte.', 'Le conseil municipal suffit.'])
      expect(body).toContain(words);
    expect(body).toContain('value="Zoé Klein"');
    expect(body).not.toContain('du bureau');
    const receipt = headers.location?.split('?')[0] ?? '';
    expect(body).toContain(`href="${receipt}"`);
    expect((await world.stranger.get(receipt)).statusCode).toBe(200);
  });

  test('changes nothing that a volunteer has taken in hand: what it sends then stands beside it', async () => {
    await send(answerForm());
    const [first] = submitted();
    world.database.sql.prepare('INSERT INTO position_author VALUES (?, ?)').run(first?.id, world.editor.id);
    await send(answerForm({ 'mots-moins-de-cameras': 'Autre chose.' }));
    expect(
      submitted()
        .map(({ quote }) => quote)
        .sort(),
    ).toEqual(['Autre chose.', first?.quote]);
  });
});

describe('a link', () => {
  test('that has expired, or was revoked, answers nothing and says what to do', async () => {
    await world.editor.post(`${asking}/mouvements/cap-ensemble/liens/${link.id}/revocation`, { cle: 'formulaire-revocation' });
    const other = linkFor(world, 'cap-ensemble');
    world.pass(93 * 86_400);
    for (const [path, word] of [
      [link.path, 'fermé par l’association'],
      [other.path, 'a passé sa date'],
    ] as const) {
      const page = await world.stranger.get(path);
      expect(page.statusCode).toBe(410);
      expect(page.body).toContain(word);
      expect(page.body).toContain('/droit-de-reponse/exemple');
      expect((await send(answerForm(), path)).statusCode).toBe(410);
    }
    expect(submitted()).toEqual([]);
  });

  test('that never was is not found, and does not come back in the answer', async () => {
    const guess = `/repondre/${'x'.repeat(43)}`;
    const page = await world.stranger.get(guess);
    expect(page.statusCode).toBe(404);
    expect(page.body).not.toContain('xxxxxxxx');
    expect((await send(answerForm(), guess)).statusCode).toBe(404);
  });

  test('of another list shows nothing of this one, and its receipt is not found', async () => {
    const { headers } = await send(answerForm());
    const reference = headers.location?.split('/').at(-1) ?? '';
    const other = linkFor(world, 'lune-rousse');
    expect((await world.stranger.get(`${other.path}/recu/${reference}`)).statusCode).toBe(404);
    expect((await world.stranger.get(other.path)).body).not.toContain('Nous en retirerons');
    await send(answerForm(), other.path);
    expect(submitted().map(({ movementId }) => movementId)).toEqual([other.movementId, link.movementId]);
    expect((await world.stranger.get(`${link.path}/recu/${reference}`)).statusCode).toBe(200);
  });

  test('cannot be used from another site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' };
    const payload = new URLSearchParams(answerForm()).toString();
    const answer = await world.app.inject({ method: 'POST', url: `${link.path}/envoi`, headers, payload });
    expect(answer.statusCode).toBe(403);
    expect(submitted()).toEqual([]);
  });

  test('is kept as a hash alone, in no table and no audit row', async () => {
    await send(answerForm());
    const secret = link.path.split('/')[2] ?? 'none';
    const tables = ['reply_link', 'link_answer', 'audit', 'position', 'contact'];
    const dump = tables.map((table) => JSON.stringify(world.database.sql.prepare(`SELECT * FROM ${table}`).all())).join();
    expect(dump).not.toContain(secret);
  });
});

test('too many sendings from one address are slowed down', async () => {
  const answers = [];
  for (let time = 0; time < 31; time += 1) answers.push(await world.stranger.post(`${link.path}/apercu`, answerForm()));
  expect(answers.at(-2)?.statusCode).toBe(200);
  expect(answers.at(-1)?.statusCode).toBe(429);
  expect(answers.at(-1)?.body).toContain('Trop de demandes');
});

test('on the eve of the vote an answer is still received; its mail waits, and the receipt says so', async () => {
  const eve = await openWorld(mailbox.settings, '2020-03-14T09:00:00Z');
  const answer = await eve.stranger.post(
    `${linkFor(eve, 'cap-ensemble').path}/envoi`,
    answerForm({ courriel: 'zoe@cap.example' }),
  );
  expect((await eve.stranger.get(answer.headers.location ?? '')).body).toContain('La loi nous interdit d’envoyer un courriel');
  expect(mailbox.mails).toEqual([]);
  await eve.close();
});
