import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** One mail as it arrived: to whom the envelope sent it, and what it holds. */
export interface ReceivedMail {
  to: string[];
  parsed: ParsedMail;
}

/**
 * A real mail server that keeps what it is given. It refuses for ever whoever is at `@refuse.example`, and for now whoever is at
 * `@plus-tard.example`. `settings` are what the app under test needs; close it with `close()`.
 */
export async function openMailbox() {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (address.endsWith('@refuse.example')) return done(refusal(550, '5.1.1 no such user here'));
      if (address.endsWith('@plus-tard.example')) return done(refusal(451, '4.3.0 try again later'));
      return done();
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      simpleParser(stream).then((parsed) => done(mails.push({ to, parsed }) > 0 ? null : undefined), done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.server.address());
  return {
    mails,
    settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Parole tenue <bureau@parole-tenue.example>' },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

export type Mailbox = Awaited<ReturnType<typeof openMailbox>>;

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the mail server listens on no port');
  return address;
}
