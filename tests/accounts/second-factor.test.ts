import { generateSync } from 'otplib';
import { beforeEach, describe, expect, test } from 'vitest';
import { accountsRepository } from '../../src/accounts/accounts.repository.ts';
import { passkeySite } from '../../src/accounts/passkeys.service.ts';
import { readRecoveryCode } from '../../src/accounts/recovery-codes.ts';
import { openSecondFactors } from '../../src/accounts/second-factor.service.ts';
import { seal, unseal } from '../../src/accounts/secret-box.ts';
import { openSessions } from '../../src/accounts/sessions.service.ts';
import type { Database } from '../../src/db/open.ts';
import { emptyDatabase } from '../support/elections.ts';
import { handClock } from '../support/world.ts';

const key = Buffer.alloc(32, 7);
let database: Database;
let hand: ReturnType<typeof handClock>;
let person: number;
const factors = (sealed = key) => openSecondFactors(database, hand.clock, () => sealed);
const codeNow = (secret: string) => generateSync({ secret, epoch: Math.floor(hand.clock.now().getTime() / 1000) });

beforeEach(() => {
  database = emptyDatabase();
  hand = handClock();
  const row = { email: 'rose@exemple.invalid', name: 'Rose', administrator: false, createdAt: '2026-11-24T09:00:00Z' };
  person = accountsRepository(database).insertPerson(row);
});

function enrol(): { secret: string; codes: string[] } {
  factors().beginApp(person);
  const secret = factors().findPendingApp(person, 'rose')?.secret ?? '';
  const outcome = factors().confirmApp(person, 'une session', codeNow(secret));
  return { secret, codes: outcome === 'wrong' ? [] : outcome.codes };
}

describe('an application of codes', () => {
  test('counts for nothing until it has shown a right code', () => {
    factors().beginApp(person);
    expect(factors().confirmApp(person, 'une session', '000000')).toBe('wrong');
    expect(openSessions(database, hand.clock).isEnrolled(person)).toBe(false);
    expect(enrol().codes).toHaveLength(10);
    expect(openSessions(database, hand.clock).isEnrolled(person)).toBe(true);
  });

  test('ends what a password alone had opened elsewhere: whoever stayed there cannot add a factor of their own', () => {
    const sessions = openSessions(database, hand.clock);
    const elsewhere = sessions.open(person, 'a stranger who knew the password');
    expect(sessions.findVisitor(elsewhere.id)?.person.id).toBe(person);
    enrol();
    expect(sessions.findVisitor(elsewhere.id)).toBeNull();
  });

  test('shows a code that works once, and so does none before it', () => {
    const { secret } = enrol();
    expect(factors().isRight(person, codeNow(secret))).toBe(false);
    hand.pass(60);
    const early = generateSync({ secret, epoch: Math.floor(hand.clock.now().getTime() / 1000) - 30 });
    expect(factors().isRight(person, codeNow(secret))).toBe(true);
    expect(factors().isRight(person, codeNow(secret))).toBe(false);
    expect(factors().isRight(person, early)).toBe(false);
    hand.pass(30);
    expect(factors().isRight(person, ` ${codeNow(secret).slice(0, 3)} ${codeNow(secret).slice(3)} `)).toBe(true);
  });

  test('may be half a minute late, not two minutes', () => {
    const { secret } = enrol();
    const code = (late: number) => generateSync({ secret, epoch: Math.floor(hand.clock.now().getTime() / 1000) - late });
    hand.pass(600);
    expect(factors().isRight(person, code(120))).toBe(false);
    expect(factors().isRight(person, code(30))).toBe(true);
  });

  test('leaves its secret nowhere in the database, and is of no use with another key', () => {
    const { secret } = enrol();
    hand.pass(60);
    expect(JSON.stringify(database.sql.prepare('SELECT * FROM code_app').all())).not.toContain(secret);
    expect(factors(Buffer.alloc(32, 8)).isRight(person, codeNow(secret))).toBe(false);
    expect(unseal(key, seal(key, secret))).toBe(secret);
    expect(unseal(key, `${seal(key, secret).slice(0, -2)}AA`)).toBeNull();
  });

  test.each(['', 'abc', '12345', '1234567', '９９９９９９'])('does not take “%s” for a code', (typed) => {
    enrol();
    expect(factors().isRight(person, typed)).toBe(false);
  });
});

describe('recovery codes', () => {
  test('open once each, however they are typed, and stand nowhere in the database', () => {
    const [first = '', second = ''] = enrol().codes;
    expect(first).toMatch(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(JSON.stringify(database.sql.prepare('SELECT * FROM recovery_code').all())).not.toContain(first);
    expect(factors().isRight(person, ` ${first.toUpperCase().replaceAll('-', ' ')} `)).toBe(true);
    expect(factors().isRight(person, first)).toBe(false);
    expect(factors().of(person).codesLeft).toBe(9);
    expect(factors().isRight(person + 1, second)).toBe(false);
  });

  test('new ones end those before, and a second application gives none', () => {
    const [first = ''] = enrol().codes;
    expect(enrol().codes).toEqual([]);
    const [renewed = ''] = factors().renewRecoveryCodes(person);
    expect(factors().isRight(person, first)).toBe(false);
    expect(factors().isRight(person, renewed)).toBe(true);
    expect(readRecoveryCode('trop court')).toBeNull();
  });
});

test.each([
  ['https://parole.example.org', { host: 'parole.example.org', origin: 'https://parole.example.org' }],
  ['http://localhost:3000', { host: 'localhost', origin: 'http://localhost:3000' }],
  ['http://127.0.0.1:3000', null],
  ['https://[::1]', null],
  ['http://parole.example.org', null],
])('passkeys belong to %s', (publicUrl, site) => expect(passkeySite(publicUrl)).toEqual(site));
