import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outreachRepository } from '../../src/outreach/outreach.repository.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { type Actor, openWorld, type World } from '../support/world.ts';

const base = '/bureau/campagnes/exemple/sollicitations';
const movement = (slug: string, part = '') => `${base}/mouvements/${slug}${part}`;
let mailbox: Mailbox;
let world: World;
let key = 0;

beforeEach(async () => {
  mailbox = await openMailbox();
  world = await openWorld(mailbox.settings);
});
afterEach(async () => {
  await world.close();
  await mailbox.close();
});

function form(fields: Record<string, string>): Record<string, string> {
  key += 1;
  return { cle: `formulaire-asking-${key}`, ...fields };
}
const addMail = (who: Actor, slug: string, value: string) =>
  who.post(movement(slug, '/adresses'), form({ kind: 'email', value, holder: 'Zoé Klein' }));
const send = (who: Actor, slug: string, what = 'lettre') => who.post(`${base}/envoi?quoi=${what}`, form({ mouvement: slug }));
const asked = (slug: string) => world.standings.find('exemple')?.of('contact').get(slug)?.current;
const contacts = () => outreachRepository(world.database).listContacts(1);

describe('a letter', () => {
  test('is previewed as it leaves, its link apart, and arrives with its own name and link', async () => {
    await addMail(world.editor, 'demain-les-phares', 'phares@liste.example');
    const preview = await world.editor.get(`${base}/envoi?quoi=lettre`);
    expect(preview.body).toContain('(lien personnel, créé à l’envoi)');
    expect(preview.body).toContain('Demain les phares');
    expect(mailbox.mails).toEqual([]);

    const report = await send(world.editor, 'demain-les-phares');
    expect(report.body).toContain('1\u00a0lettre partie');
    const { to, parsed } = mailbox.mails[0] ?? {};
    expect(to).toEqual(['phares@liste.example']);
    expect(parsed?.text).toContain('Demain les phares');
    expect(parsed?.text).toMatch(/http:\/\/127\.0\.0\.1:3000\/repondre\/[\w-]{43}/);
    expect(parsed?.text).not.toContain('{{');
    const [link] = /\/repondre\/[\w-]{43}/.exec(parsed?.text ?? '') ?? [''];
    expect(JSON.stringify(world.database.sql.prepare('SELECT * FROM reply_link').all())).not.toContain(link.split('/')[2]);
  });

  test('leaves once, however often its form is sent, even twice at the same time', async () => {
    await addMail(world.editor, 'demain-les-phares', 'phares@liste.example');
    await Promise.all([send(world.editor, 'demain-les-phares'), send(world.otherEditor, 'demain-les-phares')]);
    await send(world.editor, 'demain-les-phares');
    expect(mailbox.mails).toHaveLength(1);
  });

  test('to an address that does not exist marks it, counts as no asking, and the next one goes to the other address', async () => {
    await addMail(world.editor, 'demain-les-phares', 'ancien@refuse.example');
    await addMail(world.editor, 'demain-les-phares', 'nouveau@liste.example');
    expect((await send(world.editor, 'demain-les-phares')).body).toContain('Adresse refusée');
    expect(contacts().at(-1)).toMatchObject({ outcome: 'bounced', status: 'not_asked' });
    await send(world.editor, 'demain-les-phares');
    expect(mailbox.mails.map(({ to }) => to)).toEqual([['nouveau@liste.example']]);
  });

  test('with a field that nothing fills is refused, and nothing typed is lost', async () => {
    const fields = form({ subject: 'Bonjour', body: 'Chère {{prenom}}, voici {{lien}}', version: '0' });
    const answer = await world.editor.post(`${base}/lettre?quoi=lettre`, fields);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('{{prenom}}\u00a0: ce champ n’existe pas');
    expect(answer.body).toContain('Chère {{prenom}}, voici {{lien}}');
  });

  test('changed by two people at once keeps both texts in sight', async () => {
    const write = (who: Actor, body: string) =>
      who.post(`${base}/lettre?quoi=lettre`, form({ subject: 'Objet', body: `${body} {{lien}}`, version: '0' }));
    expect((await write(world.editor, 'Premier texte')).statusCode).toBe(303);
    const second = await write(world.otherEditor, 'Second texte');
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain('Premier texte');
    expect(second.body).toContain('Second texte');
  });

  test('can be printed with a link of its own, and is an asking once it is said to be posted', async () => {
    const printed = await world.editor.post(`${base}/impression?quoi=lettre`, form({ mouvement: 'demain-les-phares' }));
    expect(printed.body).toMatch(/\/repondre\/[\w-]{43}/);
    expect(printed.body).toContain('<path d="M');
    expect(contacts().filter(({ personId }) => personId !== null)).toEqual([]);
    const posted = form({ mouvement: 'demain-les-phares', happenedOn: '23/11/2026' });
    await world.editor.post(`${base}/postees`, posted);
    await world.editor.post(`${base}/postees`, posted);
    expect(contacts().filter(({ channel }) => channel === 'post')).toMatchObject([
      { purpose: 'letter', outcome: 'sent', happenedOn: '2026-11-23' },
    ]);
  });
});

describe('a reminder', () => {
  test('goes to whoever is silent, and not again before the days that the campaign chose', async () => {
    await addMail(world.editor, 'cap-ensemble', 'cap@liste.example');
    await world.editor.post(`${base}/reglages?quoi=relance`, form({ reminderDays: '2', replyTo: 'reponses@asso.example' }));
    await send(world.editor, 'cap-ensemble', 'relance');
    await send(world.editor, 'cap-ensemble', 'relance');
    world.pass(86_400);
    await send(world.editor, 'cap-ensemble', 'relance');
    expect(mailbox.mails).toHaveLength(1);
    expect(mailbox.mails[0]?.parsed.replyTo?.text).toBe('reponses@asso.example');
    expect((await world.editor.get(`${base}/envoi?quoi=relance`)).body).toContain('relance possible à partir du');
    world.pass(86_400);
    await send(world.editor, 'cap-ensemble', 'relance');
    expect(mailbox.mails).toHaveLength(2);
  });

  test('is no button once nobody is to be reminded today: the page says so, and leads to why', async () => {
    const ready = (await world.editor.get(base)).body;
    expect(ready).toMatch(/class="button" href="[^"]+quoi=relance"/);
    expect(ready).not.toContain('Aucune liste à relancer');
    const { body } = await world.editor.get(`${base}/envoi?quoi=relance`);
    const silent = [...body.matchAll(/name="mouvement" value="([^"]+)"/g)].flatMap(([, slug]) => slug ?? []);
    const call = { channel: 'phone', outcome: 'promised', happenedOn: '24/11/2026', note: '' };
    for (const slug of silent) await world.editor.post(movement(slug, '/contacts'), form(call));
    const idle = (await world.editor.get(base)).body;
    expect(idle).toContain('Aucune liste à relancer aujourd’hui.');
    expect(idle).not.toContain('(0)');
    expect(idle).not.toMatch(/class="button" href="[^"]+quoi=relance"/);
  });

  test('never goes to whoever answered or refused, whatever the form says', async () => {
    await addMail(world.editor, 'aube-nouvelle', 'aube@liste.example');
    await addMail(world.editor, 'horizon-commun', 'horizon@liste.example');
    await send(world.editor, 'aube-nouvelle', 'relance');
    await send(world.editor, 'horizon-commun', 'relance');
    expect(mailbox.mails).toEqual([]);
  });
});

describe('a contact', () => {
  const call = (over: Record<string, string> = {}) =>
    form({ channel: 'phone', outcome: 'promised', happenedOn: '24/11/2026', note: 'Rappeler Zoé lundi', ...over });

  test('is noted once with its note, and the board says it when a reviewer publishes: the date and the channel, nothing else', async () => {
    const fields = call();
    await world.editor.post(movement('cap-ensemble', '/contacts'), fields);
    await world.editor.post(movement('cap-ensemble', '/contacts'), fields);
    expect((await world.editor.get(movement('cap-ensemble'))).body).toContain('Rappeler Zoé lundi');
    expect(asked('cap-ensemble')?.asked).toHaveLength(1);

    const refused = await world.editor.post(`${base}/publication`, form({ note: '' }));
    expect(refused.statusCode).toBe(404);
    await world.reviewer.post(`${base}/publication`, form({ note: 'Appels du 24 novembre.' }));
    expect(asked('cap-ensemble')).toEqual({
      movement: 'cap-ensemble',
      status: 'asked',
      asked: [
        { on: '2020-02-03', channel: 'open_letter' },
        { on: '2026-11-24', channel: 'phone' },
      ],
    });
    const page = await world.stranger.get('/exemple/mouvements/cap-ensemble/moins-de-cameras');
    expect(page.body).toContain('24\u00a0novembre 2026 par téléphone');
    expect(page.body).not.toContain('Zoé');
    expect((await world.reviewer.get(base)).body).not.toContain('À rendre public');
  });

  test('in the future, or that says nothing, is refused with what was typed', async () => {
    const answer = await world.editor.post(
      movement('cap-ensemble', '/contacts'),
      call({ happenedOn: '25/12/2026', outcome: '' }),
    );
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Cette date est dans l’avenir.');
    expect(answer.body).toContain('Rappeler Zoé lundi');
  });

  test('noted by mistake is taken back, and the audit log keeps it', async () => {
    await world.editor.post(movement('cap-ensemble', '/contacts'), call({ outcome: 'declined' }));
    const { id } = contacts().at(-1) ?? { id: 0 };
    await world.editor.post(movement('aube-nouvelle', `/contacts/${id}/retrait`), form({}));
    expect(contacts().some((each) => each.id === id)).toBe(true);
    await world.editor.post(movement('cap-ensemble', `/contacts/${id}/retrait`), form({}));
    expect(contacts().some((each) => each.id === id)).toBe(false);
    const log = JSON.stringify(world.database.sql.prepare('SELECT * FROM audit').all());
    expect(log).toContain('contact-removed');
  });

  test('of a mail that came back days later marks its address', async () => {
    await addMail(world.editor, 'cap-ensemble', 'cap@liste.example');
    await send(world.editor, 'cap-ensemble', 'relance');
    const { id } = contacts().at(-1) ?? { id: 0 };
    await world.editor.post(movement('cap-ensemble', `/contacts/${id}/issue`), form({ issue: 'bounced' }));
    expect(contacts().at(-1)).toMatchObject({ outcome: 'bounced', status: 'not_asked' });
    expect((await world.editor.get(movement('cap-ensemble'))).body).toContain('un message est revenu');
  });
});

test('no e-mail address and no link is kept in the audit log', async () => {
  await addMail(world.editor, 'demain-les-phares', 'phares@liste.example');
  await send(world.editor, 'demain-les-phares');
  const log = JSON.stringify(world.database.sql.prepare('SELECT * FROM audit').all());
  expect(log).toContain('letter-sent');
  expect(log).not.toMatch(/@liste|repondre/);
});

test('nobody from elsewhere sees or asks anything', async () => {
  for (const url of [base, `${base}/envoi`, `${base}/lettre`, movement('cap-ensemble')]) {
    expect((await world.outsider.get(url)).statusCode, url).toBe(404);
    expect((await world.stranger.get(url)).statusCode, url).toBe(303);
  }
  expect((await send(world.outsider, 'cap-ensemble')).statusCode).toBe(404);
  expect(mailbox.mails).toEqual([]);
});
