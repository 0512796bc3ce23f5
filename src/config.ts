import { z } from 'zod';

/** Every setting, read once from the environment. The README's table is tested against this schema. */
export const configSchema = z.object({
  /** The address the server listens on. */
  HOST: z.string().default('127.0.0.1'),
  /** The port the server listens on; 0 takes a free one. */
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** The folder of the database and of the evidence; never served, never in git. */
  DATA_DIR: z.string().default('./data'),
  /** The address people type, without a final slash; what links in mails and on the terminal start with. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where mail leaves, for example smtp://user:password@host:587. Empty: no mail is sent. */
  SMTP_URL: z.string().default(''),
  /** Who mail comes from, for example Parole tenue <bureau@example.org>. Needed when SMTP_URL is set. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/, 'an address, or Name <address>')
    .or(z.literal(''))
    .default(''),
  /** Seals the secrets of second factors in the database, at least 32 characters. Empty: a key is made once in DATA_DIR. */
  SECOND_FACTOR_KEY: z.string().min(32).or(z.literal('')).default(''),
  /** Where readers and named lists write: shown on public pages. */
  CONTACT_EMAIL: z.email().or(z.literal('')).default(''),
  /** Who publishes the site (law of 21 June 2004 on confidence in the digital economy): the association's name. */
  PUBLISHER_NAME: z.string().default(''),
  /** Its seat: a postal address. */
  PUBLISHER_ADDRESS: z.string().default(''),
  PUBLISHER_PHONE: z.string().default(''),
  /** Who answers for what is published, by name. */
  PUBLICATION_DIRECTOR: z.string().default(''),
  /** The company whose machines the site runs on. */
  HOSTING_NAME: z.string().default(''),
  HOSTING_ADDRESS: z.string().default(''),
  HOSTING_PHONE: z.string().default(''),
  /** Where the source of the running program can be had: whoever changes it owes it to its readers (AGPL-3.0, section 13). */
  SOURCE_URL: z
    .url({ protocol: /^https?$/ })
    .or(z.literal(''))
    .default(''),
  /** How many megabytes of documents the lists of one campaign may join by their personal links, all together; 0 takes none. */
  LINK_UPLOADS_MB: z.coerce.number().int().min(0).max(100_000).default(500),
  /** `production` behind HTTPS: cookies become Secure, templates are compiled once. */
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** How many proxies stand in front of the server, each adding to X-Forwarded-For; tells the true address of a visitor for the limits. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** What is logged: fatal, error, warn, info, debug, silent. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

export type Config = z.infer<typeof configSchema> & { publicUrl: string };

/** Raised when a setting cannot be used; the message names each one. */
export class BadSettings extends Error {}

/** Reads the settings; throws BadSettings with one line per wrong one. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = configSchema.safeParse(given);
  if (!result.success) {
    throw new BadSettings(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  if (result.data.SMTP_URL !== '' && result.data.MAIL_FROM === '') {
    throw new BadSettings('MAIL_FROM: mail needs a sender; set it together with SMTP_URL');
  }
  const publicUrl = result.data.PUBLIC_URL ?? `http://${nameOf(result.data.HOST)}:${result.data.PORT}`;
  return { ...result.data, publicUrl: publicUrl.replace(/\/$/, '') };
}

/** What the law asks a site to say of itself. A test holds that the legal notice shows each. */
export const legalSettings = [
  'PUBLISHER_NAME',
  'PUBLISHER_ADDRESS',
  'PUBLISHER_PHONE',
  'PUBLICATION_DIRECTOR',
  'CONTACT_EMAIL',
  'HOSTING_NAME',
  'HOSTING_ADDRESS',
  'HOSTING_PHONE',
] as const;
export type LegalSetting = (typeof legalSettings)[number];

/** Throws BadSettings, in one sentence, when a site that is open to the public would not say who publishes it. */
export function mustNamePublisher(config: Config): void {
  const missing = legalSettings.filter((name) => config[name].trim() === '');
  if (config.NODE_ENV !== 'production' || missing.length === 0) return;
  throw new BadSettings(`In production the legal notice must be complete: set ${missing.join(', ')}.`);
}

/** What to type to reach a server on this machine: IPv6 between brackets, and "everywhere" is no address. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
