import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMailer } from '../../src/lib/mailer.ts';
import { type GuardedMailbox, openGuardedMailbox } from '../support/guarded-mailbox.ts';

let mailbox: GuardedMailbox;
beforeAll(async () => {
  mailbox = await openGuardedMailbox({ user: 'bureau@exemple.invalid', pass: 'mot de passe: 100 % sûr @ici' });
});
afterAll(() => mailbox.close());

const letter = { to: 'agent@liste.example', subject: 'Lettre', text: 'Bonjour' };
const mailer = (url: string) => openMailer({ SMTP_URL: url, MAIL_FROM: 'Bureau <bureau@exemple.invalid>' });

test('a letter leaves through STARTTLS and a login, whatever signs the password holds', async () => {
  expect(await mailer(mailbox.url('mot de passe: 100 % sûr @ici', true)).send(letter)).toMatchObject({ sent: true });
  expect(mailbox.received).toEqual([{ protected: true, user: 'bureau@exemple.invalid' }]);
});

test('a wrong password is told in words, without the password, and no address is blamed', async () => {
  const before = mailbox.received.length;
  const outcome = await mailer(mailbox.url('faux-secret', true)).send(letter);
  expect(outcome).toEqual({ failed: expect.stringContaining('mot de passe'), bounced: false, serverDown: true });
  expect(JSON.stringify(outcome)).not.toContain('faux-secret');
  expect(mailbox.received).toHaveLength(before);
});

test('a certificate that nobody vouches for is refused before any password is told', async () => {
  const tries = mailbox.logins();
  const outcome = await mailer(mailbox.url('mot de passe: 100 % sûr @ici', false)).send(letter);
  expect(outcome).toEqual({ failed: expect.stringContaining('certificat'), bounced: false, serverDown: true });
  expect(mailbox.logins()).toBe(tries);
});
