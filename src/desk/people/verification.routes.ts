import { z } from 'zod';
import { openPasskeys, passkeySite } from '../../accounts/passkeys.service.ts';
import { openSecondFactors } from '../../accounts/second-factor.service.ts';
import { type Awaited as AwaitedSession, openSessions } from '../../accounts/sessions.service.ts';
import { openSignIn, type Refused } from '../../accounts/sign-in.service.ts';
import type { Services } from '../../web/services.ts';
import { giveSession, readSession } from '../../web/session.ts';
import type { openDeskRoutes, Visit } from '../desk-routes.ts';
import { readSignedPasskey } from './passkey-answer.ts';
import { presentVerification } from './verification.presenter.ts';
import { withinDesk } from './way-back.ts';

const text = z.string().max(20_000).catch('');
const sent = z.object({ code: text, reponse: text, suite: text });
const asked = z.object({ suite: text });

/** The second step of signing in, for whoever has a second factor. Nobody is at the desk yet. */
export function registerVerification(
  desk: Awaited<ReturnType<typeof openDeskRoutes>>,
  { config, database, clock, factorKey }: Services,
): void {
  const sessions = openSessions(database, clock);
  const signIn = openSignIn(database, clock);
  const factors = openSecondFactors(database, clock, factorKey);
  const site = passkeySite(config.publicUrl);
  const passkeys = site && openPasskeys(database, clock, site);

  desk.stranger('GET', '/bureau/connexion/verification', (visit) => {
    const awaited = sessions.findAwaited(readSession(config, visit.request));
    const next = withinDesk(asked.parse(visit.query).suite);
    return awaited ? show(visit, awaited, next) : visit.go('/bureau/connexion');
  });

  desk.stranger('POST', '/bureau/connexion/verification', async (visit) => {
    const { request, reply, go } = visit;
    const awaited = sessions.findAwaited(readSession(config, request));
    if (!awaited) return go('/bureau/connexion');
    const { code, reponse, suite } = sent.parse(visit.body ?? {});
    const answer = readSignedPasskey(reponse);
    const check = () => (answer && passkeys ? passkeys.isRight(awaited, answer) : factors.isRight(awaited.personId, code));
    const from = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
    const outcome = await signIn.showFactor(awaited, check, from);
    if ('refused' in outcome) return show(visit, awaited, withinDesk(suite), outcome);
    giveSession(config, reply, outcome.session);
    return go(withinDesk(suite));
  });

  async function show(visit: Visit, awaited: AwaitedSession, next: string, refused: Refused | null = null) {
    const passkey = (await passkeys?.authentication(awaited)) ?? null;
    const app = factors.of(awaited.personId).apps.length > 0;
    const status = refused ? (refused.refused === 'wait' ? 429 : 422) : 200;
    return visit.show(
      'desk/people/verification',
      presentVerification({ token: visit.token, next, passkey, app, refused }),
      status,
    );
  }
}
