import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { openWorld, type World } from '../support/world.ts';

const base = '/bureau/campagnes/exemple/sollicitations';
let mailbox: Mailbox;
let world: World;

beforeEach(async () => {
  mailbox = await openMailbox();
  world = await openWorld(mailbox.settings, '2020-03-14T09:00:00Z');
  const address = { cle: 'formulaire-du-gel', kind: 'email', value: 'cap@liste.example' };
  await world.editor.post(`${base}/mouvements/cap-ensemble/adresses`, address);
});
afterEach(async () => {
  await world.close();
  await mailbox.close();
});

const remind = (key: string) =>
  world.editor.post(`${base}/envoi?quoi=relance`, { cle: `formulaire-gel-${key}`, mouvement: 'cap-ensemble' });

test('no mail leaves on the eve of the vote: the refusal says until when, and then it leaves', async () => {
  const refused = await remind('un');
  expect(refused.statusCode).toBe(409);
  expect(refused.body).toContain('15\u00a0mars 2020 à\u00a020\u00a0h\u00a000');
  expect(mailbox.mails).toEqual([]);
  world.pass(36 * 3600);
  expect((await remind('deux')).statusCode).toBe(200);
  expect(mailbox.mails).toHaveLength(1);
});

test('what was noted is not published then either', async () => {
  await world.editor.post(`${base}/mouvements/cap-ensemble/contacts`, {
    cle: 'formulaire-appel',
    channel: 'phone',
    outcome: 'promised',
    happenedOn: '14/03/2020',
  });
  const before = world.ledger.newestNumber('exemple');
  const answer = await world.reviewer.post(`${base}/publication`, { cle: 'formulaire-publier' });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain('15\u00a0mars 2020');
  expect(world.ledger.newestNumber('exemple')).toBe(before);
});
