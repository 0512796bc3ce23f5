import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { castSchema, openCast, type WayIn } from '../accounts/cast.service.ts';
import { linkHours } from '../accounts/password-links.service.ts';
import { campaignsRepository } from '../campaigns/campaigns.repository.ts';
import { seedCampaign, seedsFolder } from '../campaigns/seed.service.ts';
import { type Config, readConfig } from '../config.ts';
import type { Database } from '../db/open.ts';
import { systemClock } from '../lib/clock.ts';
import { openFactorKey } from '../web/factor-key.ts';
import { openDataFolder } from './open-data-folder.ts';
import { leaveToRead, toReadSchema } from './seed/leave-to-read.ts';

const names = readdirSync(seedsFolder).filter((name) => existsSync(join(seedsFolder, name, 'campaign.json')));

const help = `npm run seed -- NAME      (npm run demo loads "exemple")

Loads a campaign that comes with the project into the database of DATA_DIR, with all its editions. Twice changes nothing. A fictional
one comes with its cast: a way in is printed for each who has not come yet (run it again for new ones).
Known: ${names.join(', ')}
`;

/** Exit code 0 when the campaign is there, 2 when no such campaign comes with the project. */
export async function run([name]: string[]): Promise<number> {
  if (!name || !names.includes(name)) {
    process.stdout.write(help);
    return name === '--help' ? 0 : 2;
  }
  const config = readConfig(process.env);
  const database = openDataFolder(config);
  try {
    const outcome = seedCampaign(database, join(seedsFolder, name));
    const loaded = `Loaded. Serve it with npm start: ${config.publicUrl}/${name}\n`;
    process.stdout.write(outcome === 'loaded' ? loaded : 'Already there.\n');
    const people = waysIn(config, database, name);
    const toRead = join(seedsFolder, name, 'to-read.json');
    if (outcome === 'loaded' && existsSync(toRead))
      leaveToRead(database, name, toReadSchema.parse(JSON.parse(readFileSync(toRead, 'utf8'))));
    process.stdout.write(castWords(config, people));
    return 0;
  } finally {
    database.sql.close();
  }
}

function waysIn(config: Config, database: Database, name: string): WayIn[] {
  const file = join(seedsFolder, name, 'cast.json');
  const campaign = campaignsRepository(database).findCampaign(name);
  if (!campaign || !existsSync(file)) return [];
  const cast = castSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return openCast(database, systemClock, openFactorKey(config)).waysIn(campaign.id, cast);
}

/** On the terminal alone: whoever reads it comes in. */
function castWords({ publicUrl }: Config, people: readonly WayIn[]): string {
  if (people.length === 0) return '';
  const lines = people.flatMap(({ name, email, role, path, codes }) => [
    `\n${name}, ${role}: ${email}\n  ${publicUrl}${path}\n`,
    ...(codes.length > 0 ? [`  when a code is asked, one of: ${codes.slice(0, 4).join('  ')}\n`] : []),
  ]);
  const heading = `\nIts cast. With each link one chooses a password, once, within ${linkHours} hours; then one signs in.\n`;
  const advice =
    '\nEnter a position as Elias; read and publish it as Rose, in a private window. A follow-up by Elias waits for Rose already.\n';
  return [heading, ...lines, advice].join('');
}
