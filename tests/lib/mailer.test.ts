import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMailer } from '../../src/lib/mailer.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await openMailbox();
});
afterAll(() => mailbox.close());

const letter = {
  to: 'agent@liste.example',
  subject: 'Votre réponse à la lettre',
  text: 'Bonjour,\n\nVoici le lien : https://example.org/repondre/abc\n',
  replyTo: 'reponses@association.example',
  headers: { 'Auto-Submitted': 'auto-generated' },
};

test('a letter arrives as it was written', async () => {
  const outcome = await openMailer(mailbox.settings).send(letter);
  const received = mailbox.mails.at(-1);
  expect(received?.to).toEqual(['agent@liste.example']);
  expect(received?.parsed.subject).toBe(letter.subject);
  expect(received?.parsed.text).toBe(letter.text);
  expect(received?.parsed.from?.text).toBe('"Parole tenue" <bureau@parole-tenue.example>');
  expect(received?.parsed.replyTo?.text).toBe('reponses@association.example');
  expect(received?.parsed.headers.get('auto-submitted')).toBe('auto-generated');
  expect(outcome).toEqual({ sent: true, messageId: received?.parsed.messageId });
});

test('an address that holds another never writes to two people', async () => {
  const before = mailbox.mails.length;
  await openMailer(mailbox.settings).send({ ...letter, to: 'un@liste.example, deux@liste.example' });
  expect(mailbox.mails.slice(before).flatMap(({ to }) => to)).not.toContain('deux@liste.example');
});

test('a subject with a line break adds no header', async () => {
  await openMailer(mailbox.settings).send({ ...letter, subject: 'Bonjour\r\nBcc: autre@liste.example' });
  expect(mailbox.mails.at(-1)?.to).toEqual(['agent@liste.example']);
  expect(mailbox.mails.at(-1)?.parsed.headers.has('bcc')).toBe(false);
});

test('an address that the server does not know has bounced; one that it refuses for now has not', async () => {
  const mailer = openMailer(mailbox.settings);
  const refused = await mailer.send({ ...letter, to: 'agent@refuse.example' });
  const later = await mailer.send({ ...letter, to: 'agent@plus-tard.example' });
  expect(refused).toEqual({ failed: expect.stringContaining('n’existe pas'), bounced: true, serverDown: false });
  expect(later).toEqual({ failed: expect.stringContaining('pour l’instant'), bounced: false, serverDown: false });
});

test('a server that is not there is told in words, and nothing is thrown', async () => {
  const outcome = await openMailer({ ...mailbox.settings, SMTP_URL: 'smtp://127.0.0.1:1' }).send(letter);
  expect(outcome).toEqual({ failed: expect.stringContaining('ne répond pas'), bounced: false, serverDown: true });
});

test('without a server nothing leaves, and the mailer says so', async () => {
  const mailer = openMailer({ SMTP_URL: '', MAIL_FROM: '' });
  expect(mailer.enabled).toBe(false);
  expect(await mailer.send(letter)).toEqual({ failed: expect.stringContaining('SMTP_URL'), bounced: false, serverDown: true });
});
