import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { password, signIn } from '../../support/entering.ts';
import { type Mailbox, openMailbox } from '../../support/mailbox.ts';
import { openVisitor } from '../../support/visitor.ts';
import { type Actor, campaign, openWorld, type World } from '../../support/world.ts';

const team = `/bureau/campagnes/${campaign}/equipe`;
let world: World;
let head: Actor;
let forms = 0;

beforeEach(async () => {
  world = await openWorld();
  head = world.join('Camille', 'administrator');
  onTestFinished(() => world.close());
});

async function invite(over: Record<string, string> = {}, by: Actor = head) {
  forms += 1;
  return by.post(`${team}/invitations`, { nom: 'Noé', courriel: '', role: 'reviewer', cle: `invitation-${forms}`, ...over });
}
const linkIn = (body: string) => /\/bureau\/invitations\/[\w-]{43}/.exec(body)?.[0] ?? '';
const roleOf = (id: number) => world.database.sql.prepare('SELECT role FROM membership WHERE person_id = ?').pluck().get(id);
const newcomer = { nom: 'Noé Lamy', courriel: 'noe@exemple.invalid', 'mot-de-passe': password };

describe('an invitation', () => {
  test('lets a newcomer make an account, once, and leads a reviewer to a second factor', async () => {
    const link = linkIn((await invite()).body);
    const visitor = openVisitor(world.app);
    const page = await visitor.get(link);
    expect(page.body).toContain('Camille vous invite. Votre rôle\u00a0: Relecture.');
    const weak = await visitor.send(link, { ...newcomer, 'mot-de-passe': 'court' });
    expect([weak.statusCode, weak.body.includes('noe@exemple.invalid')]).toEqual([422, true]);
    const joined = await visitor.send(link, newcomer);
    expect(joined.headers.location).toBe('/bureau/compte/second-facteur?fait=bienvenue');
    expect((await visitor.get(team)).body).toContain('Noé Lamy');
    expect((await openVisitor(world.app).get(link)).statusCode).toBe(404);
  });

  test('is accepted with the account one has, and leaves it its other roles', async () => {
    const link = linkIn((await invite({ role: 'editor' })).body);
    expect((await world.outsider.get(link)).body).toContain('Accepter avec le compte de Omar');
    expect((await world.outsider.post(link)).headers.location).toBe(`/bureau/campagnes/${campaign}?fait=bienvenue`);
    expect(roleOf(world.outsider.id)).toBe('editor');
  });

  test('stays for someone else when a member opens it, and takes no address that has an account', async () => {
    const link = linkIn((await invite({ role: 'editor' })).body);
    expect((await world.reviewer.post(link)).body).toContain('Vous faites déjà partie');
    expect(roleOf(world.reviewer.id)).toBe('reviewer');
    const visitor = openVisitor(world.app);
    await visitor.get(link);
    const taken = await visitor.send(link, { ...newcomer, courriel: 'ELIAS@exemple.invalid' });
    expect([taken.statusCode, taken.body.includes('a déjà un compte')]).toEqual([422, true]);
    expect((await visitor.send(link, newcomer)).statusCode).toBe(303);
  });

  test('is of no use once revoked, nor after a week; and stands nowhere in the database', async () => {
    const [first, second] = [linkIn((await invite()).body), linkIn((await invite()).body)];
    expect(JSON.stringify(world.database.sql.prepare('SELECT * FROM invitation').all())).not.toContain(first.split('/').at(-1));
    const page = await head.get(team);
    const revocations = [...page.body.matchAll(/action="([^"]+\/revocation)"/g)].map(([, url = '']) => url);
    expect(revocations).toHaveLength(2);
    expect((await head.post(revocations[1] ?? '')).statusCode).toBe(303);
    expect((await world.stranger.get(first)).statusCode).toBe(404);
    expect((await world.stranger.get(second)).statusCode).toBe(200);
    world.pass(7 * 86_400);
    expect((await world.stranger.get(second)).statusCode).toBe(404);
  });

  test('is made once, however often its form is sent, and is shown once', async () => {
    const shown = await invite({ cle: 'la-meme-invitation' });
    const again = await invite({ cle: 'la-meme-invitation' });
    expect([shown.statusCode, again.statusCode]).toEqual([200, 303]);
    expect(world.database.sql.prepare('SELECT count(*) FROM invitation').pluck().get()).toBe(1);
    expect((await head.get(team)).body).not.toContain(linkIn(shown.body));
  });

  test('says what is missing, and keeps what was typed', async () => {
    const answer = await invite({ nom: '', courriel: 'noe@', role: '' });
    expect(answer.statusCode).toBe(422);
    for (const words of ['Dites qui vous invitez', 'n’est pas complète', 'Choisissez ce que', 'value="noe@"'])
      expect(answer.body).toContain(words);
  });

  test('leaves by mail too, when there is a way out for mail', async () => {
    const mailbox: Mailbox = await openMailbox();
    const other = await openWorld(mailbox.settings);
    onTestFinished(async () => {
      await other.close();
      await mailbox.close();
    });
    const answer = await other.administrator.post(`${team}/invitations`, {
      nom: 'Noé',
      courriel: 'noe@example.org',
      role: 'editor',
      cle: 'une-invitation-par-courrier',
    });
    expect(answer.body).toContain('Il vient d’être envoyé à noe@example.org');
    const [letter] = mailbox.mails;
    expect(letter?.parsed.text).toContain(linkIn(answer.body));
    expect(letter?.parsed.text).toContain('Ambre vous invite');
  });
});

describe('a team', () => {
  test('is seen by who belongs to it, with neither addresses nor forms', async () => {
    const page = await world.editor.get(team);
    expect(page.body).toContain('Rose');
    expect(page.body).not.toContain('@exemple.invalid');
    expect(page.body).not.toContain('Inviter');
  });

  test('has its roles changed by its administrator, at once and with a trace', async () => {
    expect((await world.editor.get('/bureau')).body).not.toContain('protégez d’abord');
    const changed = await head.post(`${team}/${world.editor.id}/role`, { role: 'reviewer' });
    expect(changed.statusCode).toBe(303);
    expect((await world.editor.get('/bureau')).body).toContain('protégez d’abord');
    const trace = world.database.sql.prepare('SELECT person_id, action, subject FROM audit ORDER BY id DESC').get();
    expect(trace).toEqual({ person_id: head.id, action: 'made-reviewer', subject: `person ${world.editor.id}` });
  });

  test('who is removed finds nothing of the campaign any more', async () => {
    await head.post(`${team}/${world.editor.id}/retrait`);
    expect((await world.editor.get(`/bureau/campagnes/${campaign}`)).statusCode).toBe(404);
    expect((await world.editor.get('/bureau')).statusCode).toBe(200);
  });

  test('its last administrator neither leaves nor takes another role, until there is another one', async () => {
    for (const [step, fields] of [
      ['retrait', {}],
      ['role', { role: 'editor' }],
    ] as const) {
      const refused = await head.post(`${team}/${head.id}/${step}`, fields);
      expect([refused.statusCode, refused.body.includes('C’est la seule personne')]).toEqual([422, true]);
    }
    await head.post(`${team}/${world.reviewer.id}/role`, { role: 'administrator' });
    expect((await head.post(`${team}/${head.id}/retrait`)).headers.location).toBe('/bureau?fait=equipe-quittee');
  });

  test('two administrators who leave at the same moment do not both leave', async () => {
    const other = world.join('Claude', 'administrator');
    const answers = await Promise.all([head, other].map((each) => each.post(`${team}/${each.id}/retrait`)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422]);
  });
});

test('signing in on the way to an invitation leads back to it', async () => {
  const link = linkIn((await invite({ role: 'editor' })).body);
  const visitor = openVisitor(world.app);
  const page = await visitor.get(link);
  const way = /href="([^"]*connexion[^"]*)"/.exec(page.body)?.[1] ?? '';
  expect(decodeURIComponent(way)).toContain(link);
  await visitor.get(way);
  const wrong = await signIn(visitor, world.outsider, link);
  expect(wrong.body).toContain(`value="${link}"`);
});
