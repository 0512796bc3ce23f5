import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real mail server that asks for STARTTLS, with a certificate it signed itself, then for a login. */
export async function openGuardedMailbox({ user, pass }: { user: string; pass: string }) {
  const received: { protected: boolean; user: string | undefined }[] = [];
  let logins = 0;
  const server = new SMTPServer({
    onAuth({ username, password }, _session, done) {
      logins += 1;
      const known = username === user && password === pass;
      done(known ? null : Object.assign(new Error('5.7.8 no'), { responseCode: 535 }), known ? { user } : undefined);
    },
    onData(stream, session, done) {
      stream.resume().on('end', () => {
        received.push({ protected: session.secure, user: session.user });
        done();
      });
    },
  });
  // A client that leaves in the middle of the handshake, as one must that does not know the certificate.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.server.address());
  return {
    received,
    logins: () => logins,
    /** What the setting SMTP_URL would be; `trusting` takes the certificate as it is. */
    url: (password: string, trusting: boolean) =>
      `smtp://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}?requireTLS=true${trusting ? '&tls.rejectUnauthorized=false' : ''}`,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

export type GuardedMailbox = Awaited<ReturnType<typeof openGuardedMailbox>>;

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the mail server listens on no port');
  return address;
}
