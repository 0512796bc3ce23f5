import { join } from 'node:path';
import closeWithGrace from 'close-with-grace';
import { openPasswordLinks } from '../accounts/password-links.service.ts';
import { buildApp } from '../app.ts';
import { seedCampaign, seedsFolder } from '../campaigns/seed.service.ts';
import { mustNamePublisher, readConfig } from '../config.ts';
import type { Database } from '../db/open.ts';
import { finishErasures } from '../erasure/finishing.service.ts';
import { openLedger } from '../ledger/ledger.service.ts';
import { systemClock } from '../lib/clock.ts';
import { openDataFolder } from './open-data-folder.ts';

const help = `npm start

Serves the site. The first time, it creates the database in DATA_DIR, applies the migrations, loads the real campaign of
Marseille 2020 and prints a one-time link with which the first administrator chooses a password.

Settings are read from the environment: see the table in README.md. Stop it with Ctrl-C: what is in flight is finished first.
`;

/** Exit code 0 once it listens (it then goes on until it is stopped), 1 when it cannot start. */
export async function run(args: string[]): Promise<number> {
  if (args.length > 0) {
    process.stdout.write(help);
    return args.includes('--help') ? 0 : 2;
  }
  const config = readConfig(process.env);
  mustNamePublisher(config);
  const database = openDataFolder(config);
  if (openLedger(database).listCampaigns().length === 0) seedCampaign(database, join(seedsFolder, 'marseille-2020'));

  finishErasures(database, config, systemClock);

  const app = await buildApp(config, database);
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) process.stderr.write(`${err.stack ?? err.message}\n`);
    await app.close();
    database.sql.close();
  });
  const address = await app.listen({ host: config.HOST, port: config.PORT });
  process.stdout.write(`Parole tenue: ${address}\n`);
  announceFirstAdministrator(database, process.env.PUBLIC_URL ? config.publicUrl : address);
  return 0;
}

/** On the terminal alone, never in a log file: whoever reads it becomes the administrator. Again at each start until it was used. */
function announceFirstAdministrator(database: Database, publicUrl: string): void {
  const path = openPasswordLinks(database, systemClock).createFirst();
  if (path) process.stdout.write(`First administrator: choose a password at ${publicUrl}${path} (works once, for 24 hours)\n`);
}
