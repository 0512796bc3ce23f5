import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { accountsRepository } from '../../src/accounts/accounts.repository.ts';
import type { Role } from '../../src/accounts/can.ts';
import { secondFactorRepository } from '../../src/accounts/second-factor.repository.ts';
import { openSessions } from '../../src/accounts/sessions.service.ts';
import { buildApp } from '../../src/app.ts';
import { campaignsRepository } from '../../src/campaigns/campaigns.repository.ts';
import { openPublishing } from '../../src/campaigns/publishing.service.ts';
import { readConfig } from '../../src/config.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { openPositions } from '../../src/positions/positions.service.ts';
import { seeded } from './seeded.ts';

/** The campaign the cast works in: the fictional one, whose every state is known. */
export const campaign = 'exemple';

/** Someone at the desk: their session, and what each of their forms carries. */
export interface Actor {
  id: number;
  name: string;
  cookie: string;
  token: string;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, fields?: Record<string, string | readonly string[]>): Promise<LightMyRequestResponse>;
}

/** A clock that a test moves by hand. */
export function handClock(start = '2026-11-24T09:00:00Z') {
  let time = Date.parse(start);
  const clock: Clock = { now: () => new Date(time) };
  return { clock, pass: (seconds: number) => (time += seconds * 1000) };
}

/** Nothing of it is a secret. */
const worldSettings = { NODE_ENV: 'test', LOG_LEVEL: 'silent', SECOND_FACTOR_KEY: 'la clé des tests, qui n’ouvre rien ailleurs' };

/** The real server over the fictional campaign, with its cast: an administrator, two editors, a reviewer, a stranger. In memory, or in `file`. */
export async function openWorld(environment: Record<string, string> = {}, start?: string, file?: string) {
  const { database, ledger, standings } = seeded(campaign, file);
  const { clock, pass } = handClock(start);
  const app = await buildApp(readConfig({ ...worldSettings, ...environment }), database, clock);
  const campaignId = campaignsRepository(database).findCampaign(campaign)?.id ?? 0;
  const accounts = accountsRepository(database);
  const publishing = openPublishing(database, ledger, clock);
  const positions = openPositions(database, publishing, standings, clock);

  /** Someone new, with a role in a campaign (this one unless another is given), in the installation, or none at all. */
  function join(name: string, role: Role | 'installation' | null, inCampaign = campaignId): Actor {
    const email = `${name.toLowerCase()}@exemple.invalid`;
    const administrator = role === 'installation';
    const id = accounts.insertPerson({ email, name, administrator, createdAt: clock.now().toISOString() });
    if (role !== null && role !== 'installation') accounts.recordMembership(id, inCampaign, role);
    if (role !== null && role !== 'editor') secondFactorRepository(database).insertPasskey(keyOf(id));
    return actor(app, openSessions(database, clock), id, name);
  }

  return {
    app,
    database,
    ledger,
    publishing,
    standings,
    positions,
    clock,
    pass,
    join,
    administrator: join('Ambre', 'installation'),
    editor: join('Elias', 'editor'),
    otherEditor: join('Esther', 'editor'),
    reviewer: join('Rose', 'reviewer'),
    /** Has an account, and no role in this campaign. */
    outsider: join('Omar', null),
    stranger: strangerOf(app),
    close: () => app.close(),
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

function actor(app: FastifyInstance, sessions: ReturnType<typeof openSessions>, id: number, name: string): Actor {
  const session = sessions.open(id, 'tests', sessions.isEnrolled(id) ? 'given' : 'none');
  const token = sessions.findVisitor(session.id)?.csrfToken ?? '';
  const cookie = `bureau=${session.id}`;
  return { id, name, cookie, token, ...requests(app, cookie, token) };
}

/** A passkey that nobody holds: those of the cast who publish have shown a second factor when they came. */
function keyOf(personId: number) {
  return { personId, credentialId: `cle-${personId}`, publicKey: '', name: 'Clé', createdAt: '2026-11-24T09:00:00.000Z' };
}

function strangerOf(app: FastifyInstance): Actor {
  return { id: 0, name: '', cookie: '', token: '', ...requests(app, '', '') };
}

function requests(app: FastifyInstance, cookie: string, token: string): Pick<Actor, 'get' | 'post'> {
  const headers = { ...(cookie && { cookie }), 'content-type': 'application/x-www-form-urlencoded' };
  return {
    get: async (url) => app.inject({ url, headers: cookie ? { cookie } : {} }),
    post: async (url, fields = {}) =>
      app.inject({ method: 'POST', url, headers, payload: encoded({ _jeton: token, ...fields }) }),
  };
}

/** A form as a browser sends it: a box that is checked several times comes several times. */
function encoded(fields: Record<string, string | readonly string[]>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) parameters.append(name, one);
  return parameters.toString();
}

/** A whole position, as a volunteer types it. Each call is another form. */
export function positionForm(over: Record<string, string> = {}): Record<string, string> {
  formsFilled += 1;
  return {
    cle: `formulaire-numero-${formsFilled}`,
    version: '0',
    sujet: '',
    demande: '',
    stance: 'commits',
    basis: 'public_statement',
    summary: 'La liste retirera les projets.',
    quote: 'Nous retirerons tout ; sans délai : promis !',
    speaker: 'Alix Verne, tête de liste',
    saidOn: '12/03/2020',
    'title-1': 'Un débat sous les halles',
    'publisher-1': 'Le Courrier de Port-Clair',
    'publishedOn-1': '13 mars 2020',
    'url-1': 'https://example.org/debat',
    suite: 'soumettre',
    ...over,
  };
}
let formsFilled = 0;
