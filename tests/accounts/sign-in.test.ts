import { beforeEach, describe, expect, test } from 'vitest';
import { accountsRepository } from '../../src/accounts/accounts.repository.ts';
import { openPasswordLinks } from '../../src/accounts/password-links.service.ts';
import { openSessions } from '../../src/accounts/sessions.service.ts';
import { openSignIn } from '../../src/accounts/sign-in.service.ts';
import type { Database } from '../../src/db/open.ts';
import { emptyDatabase } from '../support/elections.ts';
import { handClock } from '../support/world.ts';

const email = 'elias@exemple.invalid';
const password = 'une phrase facile à retenir';
const day = 86_400;
let database: Database;
let hand: ReturnType<typeof handClock>;
let path: string;
const links = () => openPasswordLinks(database, hand.clock);
const token = () => path.split('/').at(-1) ?? '';
const enter = (over: Partial<Record<'email' | 'password' | 'address', string>> = {}) =>
  openSignIn(database, hand.clock).signIn({ email, password, address: '192.0.2.7', userAgent: 'tests', ...over });

beforeEach(async () => {
  database = emptyDatabase();
  hand = handClock();
  const id = accountsRepository(database).insertPerson({
    email,
    name: 'Elias',
    administrator: false,
    createdAt: '2026-11-24T09:00:00Z',
  });
  path = links().create(id);
});

describe('the one-time link', () => {
  test('lets its owner choose a password, once', async () => {
    expect(await links().choosePassword(token(), password, null)).toBe('kept');
    expect(await links().choosePassword(token(), 'une autre phrase, plus tard', null)).toBe('gone');
    expect(await enter()).toMatchObject({ session: { id: expect.stringMatching(/^.{43}$/) } });
  });

  test('is of no use after a day, and stands nowhere in the database', () => {
    expect(links().findOwner(token())?.email).toBe(email);
    expect(JSON.stringify(database.sql.prepare('SELECT * FROM password_link').all())).not.toContain(token());
    hand.pass(day);
    expect(links().findOwner(token())).toBeNull();
  });

  test('of the first administrator is renewed until an administrator has a password', async () => {
    const first = links().createFirst() ?? '';
    const second = links().createFirst() ?? '';
    expect(links().findOwner(first.split('/').at(-1) ?? '')).toBeNull();
    const introduction = { email: 'ambre@exemple.invalid', name: 'Ambre' };
    expect(await links().choosePassword(second.split('/').at(-1) ?? '', password, { ...introduction, email })).toBe('taken');
    expect(await links().choosePassword(second.split('/').at(-1) ?? '', password, introduction)).toBe('kept');
    expect(links().createFirst()).toBeNull();
    expect(accountsRepository(database).findByEmail('AMBRE@exemple.invalid')).toMatchObject({
      name: 'Ambre',
      administrator: true,
    });
  });
});

describe('signing in', () => {
  beforeEach(async () => void (await links().choosePassword(token(), password, null)));

  test('a wrong password and an account that is not there are told the same', async () => {
    expect(await enter({ password: 'une phrase que je crois bonne' })).toEqual({ refused: 'wrong' });
    expect(await enter({ email: 'personne@exemple.invalid' })).toEqual({ refused: 'wrong' });
  });

  test('after five failures one waits, even with the right password; then one comes in', async () => {
    for (let time = 0; time < 5; time += 1) await enter({ password: 'non', address: `192.0.2.${time}` });
    expect(await enter()).toEqual({ refused: 'wait', seconds: 30 });
    expect(await enter({ address: '198.51.100.1' })).toEqual({ refused: 'wait', seconds: 30 });
    hand.pass(31);
    expect(await enter()).toHaveProperty('session');
  });

  test('a thousand guesses at once are not a thousand tries', async () => {
    const outcomes = await Promise.all(Array.from({ length: 60 }, (_, index) => enter({ password: `essai ${index}` })));
    expect(outcomes.filter((each) => 'refused' in each && each.refused === 'wrong')).toHaveLength(5);
  });

  test('one home guesses ten times a minute, with whatever accounts and however many IPv6 addresses', async () => {
    for (let time = 0; time < 10; time += 1) await enter({ email: `n${time}@exemple.invalid`, address: `2001:db8:1:2::${time}` });
    expect(await enter({ address: '2001:db8:1:2:ffff::1' })).toMatchObject({ refused: 'wait' });
    expect(await enter({ address: '2001:db8:1:3::1' })).toHaveProperty('session');
  });

  test('what is kept of failures names nobody, and an hour later nothing is kept', async () => {
    await enter({ password: 'non' });
    const kept = () => JSON.stringify(database.sql.prepare('SELECT * FROM sign_in_failure').all());
    expect(kept()).not.toContain('elias');
    expect(kept()).not.toContain('192.0.2');
    hand.pass(3601);
    await enter();
    expect(kept()).toBe('[]');
  });
});

describe('a session', () => {
  const sessions = () => openSessions(database, hand.clock);

  test('lasts a fortnight for who comes every other day, three days for who does not', () => {
    const { id } = sessions().open(1, 'tests');
    for (let visit = 0; visit < 6; visit += 1) {
      hand.pass(2 * day);
      expect(sessions().findVisitor(id)?.person.name).toBe('Elias');
    }
    hand.pass(2 * day);
    expect(sessions().findVisitor(id)).toBeNull();
    const other = sessions().open(1, 'tests').id;
    hand.pass(3 * day);
    expect(sessions().findVisitor(other)).toBeNull();
  });

  test('ends at once when it is ended, when its account closes, when a new password is chosen', async () => {
    const first = sessions().open(1, 'tests');
    const visitor = sessions().findVisitor(first.id);
    if (visitor) sessions().end(visitor);
    expect(sessions().findVisitor(first.id)).toBeNull();
    const second = sessions().open(1, 'tests');
    await links().choosePassword(token(), password, null);
    expect(sessions().findVisitor(second.id)).toBeNull();
    const third = sessions().open(1, 'tests');
    database.sql.exec("UPDATE person SET closed_at = '2026-11-24T09:00:00Z'");
    expect(sessions().findVisitor(third.id)).toBeNull();
  });
});
