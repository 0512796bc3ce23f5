import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { seedCampaign, seedsFolder } from '../campaigns/seed.service.ts';
import { readConfig } from '../config.ts';
import { openDataFolder } from './open-data-folder.ts';

const names = readdirSync(seedsFolder).filter((name) => existsSync(join(seedsFolder, name, 'campaign.json')));

const help = `npm run seed -- NAME      (npm run demo loads "exemple")

Loads a campaign that comes with the project into the database of DATA_DIR, with all its editions. Twice changes nothing.
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
  const outcome = seedCampaign(database, join(seedsFolder, name));
  database.sql.close();
  process.stdout.write(
    outcome === 'loaded' ? `Loaded. Serve it with npm start: ${config.publicUrl}/${name}\n` : 'Already there.\n',
  );
  return 0;
}
