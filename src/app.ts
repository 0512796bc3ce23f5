import fastify, { type FastifyInstance, LogController } from 'fastify';
import { openDelivery } from './alerts/delivery.service.ts';
import { openPublishing } from './campaigns/publishing.service.ts';
import type { Config } from './config.ts';
import { registerData } from './data/data.routes.ts';
import type { Database } from './db/open.ts';
import { registerDesk } from './desk/desk.routes.ts';
import { postCodesOf } from './elections/france.service.ts';
import { registerFollow } from './follow/follow.routes.ts';
import { openLedger } from './ledger/ledger.service.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { openMailer } from './lib/mailer.ts';
import { repeat } from './lib/repeat.ts';
import { registerReply } from './reply/reply.routes.ts';
import { registerBoardPreview } from './site/board-preview.ts';
import { openPreview } from './site/preview.ts';
import { registerSite } from './site/site.routes.ts';
import { openCitations } from './standings/citations/citations.service.ts';
import { openStandings } from './standings/standings.service.ts';
import { answerBadAddress, registerErrorPages } from './web/errors.ts';
import { openFactorKey } from './web/factor-key.ts';
import { registerPublicPieces } from './web/pieces.ts';
import { warnOfUnknownProxy } from './web/proxies.ts';
import { registerSecurity } from './web/security.ts';
import type { Services } from './web/services.ts';
import { bodyTimes, registerSlowBodies } from './web/slow-bodies.ts';
import { registerStaticFiles } from './web/static.ts';
import { registerViews } from './web/views.ts';

/**
 * Builds the whole server, listening to nothing yet. The registrations below are its table of contents. `keeps`: whether what is drawn
 * is kept in memory.
 */
export async function buildApp(
  config: Config,
  database: Database,
  clock: Clock = systemClock,
  keeps = true,
): Promise<FastifyInstance> {
  const app = fastify({
    logger: config.LOG_LEVEL === 'silent' ? false : { level: config.LOG_LEVEL },
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerBadAddress,
    // The longest a request may take, with a file; see registerSlowBodies for the others.
    requestTimeout: bodyTimes.files,
    connectionTimeout: 30_000,
    bodyLimit: 1_048_576,
    trustProxy: (_address, hop) => hop < config.TRUSTED_PROXIES,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  const services = openServices(config, database, clock, keeps);

  app.addHook('onClose', () => services.citations.close());
  sendAlertsWhileListening(app, services);

  await registerViews(app, { cache: config.NODE_ENV === 'production' });
  registerSlowBodies(app);
  registerSecurity(app, services);
  warnOfUnknownProxy(app, config);
  registerErrorPages(app, services);
  await registerStaticFiles(app);
  registerPublicPieces(app, services);
  registerBoardPreview(app);
  const preview = openPreview(app);
  await app.register(async (desk) => registerDesk(desk, { ...services, preview }));
  await app.register(async (data) => registerData(data, services));
  await app.register(async (reply) => registerReply(reply, { ...services, preview }));
  await app.register(async (follow) => registerFollow(follow, services));
  await app.register(async (site) => registerSite(site, services));
  return app;
}

/** From when the server listens until it closes: a round of alerts, then a pause. */
function sendAlertsWhileListening(app: FastifyInstance, services: Services): void {
  const delivery = openDelivery({ ...services, publicUrl: services.config.publicUrl });
  if (!delivery.enabled) return;
  const rounds = repeat(
    () => delivery.round(),
    20_000,
    (error) => app.log.error(error),
  );
  app.addHook('onListen', async () => rounds.start());
  app.addHook('onClose', () => rounds.stop());
}

/** What every audience is given, over one database. */
export function openServices(config: Config, database: Database, clock: Clock = systemClock, keeps = true): Services {
  const ledger = openLedger(database);
  return {
    config,
    database,
    ledger,
    publishing: openPublishing(database, ledger, clock),
    standings: openStandings(ledger),
    clock,
    mailer: openMailer(config),
    citations: openCitations(),
    postCodesOf,
    factorKey: openFactorKey(config),
    keeps,
  };
}
