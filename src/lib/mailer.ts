import { createTransport } from 'nodemailer';

/** One letter to one person. `headers` are what the letter needs beside the usual ones (List-Unsubscribe, Auto-Submitted …). */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  replyTo?: string;
  headers?: Record<string, string>;
}

/**
 * `failed` says why in words for the desk. `bounced`: this address does not work; otherwise another try may succeed.
 * `serverDown`: the fault is not of this address, so the next letter would not leave either.
 */
export type MailOutcome = { sent: true; messageId: string } | MailFailure;

export interface MailFailure {
  failed: string;
  bounced: boolean;
  serverDown: boolean;
}

export interface Mailer {
  /** False when no server is set: nothing can leave, and pages should not offer it. */
  readonly enabled: boolean;
  /** Gives the letter to the mail server. Never throws: whatever goes wrong is told. */
  send(mail: Mail): Promise<MailOutcome>;
}

const disabled: Mailer = {
  enabled: false,
  send: async () => ({
    failed: 'Aucun serveur de courrier n’est réglé (SMTP_URL)\u00a0: rien ne peut partir.',
    bounced: false,
    serverDown: true,
  }),
};

/** Long enough for a slow server, short enough for someone who waits for the page. */
const patience = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000, dnsTimeout: 5_000 };

/** Opens the way out for mail. An empty SMTP_URL gives a mailer that sends nothing and says so. */
export function openMailer({ SMTP_URL: url, MAIL_FROM: from }: { SMTP_URL: string; MAIL_FROM: string }): Mailer {
  if (url === '') return disabled;
  const closed = { disableFileAccess: true, disableUrlAccess: true };
  const transport = createTransport({ ...patience, ...closed, url }, { from });
  return {
    enabled: true,
    async send({ to, ...mail }) {
      try {
        // As an object, what stands in `to` is one address, whatever commas it holds.
        const { messageId } = await transport.sendMail({ ...mail, to: { name: '', address: to } });
        return { sent: true, messageId };
      } catch (error) {
        return explain(error);
      }
    },
  };
}

interface SmtpFault {
  code: string;
  command: string;
  responseCode: number;
  aboutCertificate: boolean;
}

function explain(error: unknown): MailFailure {
  const fault = readFault(error);
  const permanent = fault.responseCode >= 500 && fault.responseCode < 600;
  if (fault.code === 'EENVELOPE' || fault.command === 'RCPT TO') return refusedAddress(permanent || fault.responseCode === 0);
  if (fault.code === 'EAUTH')
    return { failed: 'Le serveur de courrier a refusé notre mot de passe (SMTP_URL).', bounced: false, serverDown: true };
  if (fault.code === 'ETLS' || fault.aboutCertificate)
    return {
      failed: 'La liaison protégée avec le serveur de courrier n’a pas pu s’établir : son certificat n’est pas reconnu.',
      bounced: false,
      serverDown: true,
    };
  if (fault.responseCode > 0)
    return { failed: `Le serveur de courrier a refusé l’envoi (${fault.responseCode}).`, bounced: false, serverDown: false };
  return {
    failed: 'Le serveur de courrier ne répond pas. Essayez de nouveau dans quelques minutes.',
    bounced: false,
    serverDown: true,
  };
}

function refusedAddress(bounced: boolean): MailFailure {
  const failed = bounced
    ? 'Cette adresse électronique est refusée\u00a0: elle n’existe pas ou n’existe plus.'
    : 'Cette adresse électronique est refusée pour l’instant. Essayez de nouveau plus tard.';
  return { failed, bounced, serverDown: false };
}

/** Of nodemailer's error only these: its message repeats addresses and the server's words. */
function readFault(error: unknown): SmtpFault {
  const given: object = typeof error === 'object' && error !== null ? error : {};
  const { code, command, responseCode, message }: Partial<Record<keyof SmtpFault | 'message', unknown>> = given;
  return {
    code: typeof code === 'string' ? code : '',
    command: typeof command === 'string' ? command : '',
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
    aboutCertificate: typeof message === 'string' && /certificate/i.test(message),
  };
}
