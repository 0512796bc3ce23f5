import { parseArgs } from 'node:util';
import { z } from 'zod';
import { accountsRepository } from '../accounts/accounts.repository.ts';
import { roles } from '../accounts/can.ts';
import { linkHours, openPasswordLinks } from '../accounts/password-links.service.ts';
import { teamRepository } from '../accounts/team.repository.ts';
import { campaignsRepository } from '../campaigns/campaigns.repository.ts';
import { readConfig } from '../config.ts';
import { systemClock } from '../lib/clock.ts';
import { openDataFolder } from './open-data-folder.ts';

const help = `npm run add-user -- --email ADDRESS --name NAME --campaign SLUG --role ROLE
npm run add-user -- --email ADDRESS --name NAME --administrator

Gives someone a role, and prints a link with which they choose a password: it works once, for ${linkHours} hours. Run it again for
the same address to change the role, or to make a new link for a password that was lost. Whoever may publish or administer adds a
second factor (a code application, or a passkey) once signed in; the desk asks for it.

  --role            ${roles.join(', ')}
  --administrator   of the whole installation, every campaign
`;

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  campaign: { type: 'string' },
  role: { type: 'string' },
  administrator: { type: 'boolean' },
} as const;

const asked = z
  .object({
    email: z.email(),
    name: z.string().trim().min(1).max(100),
    campaign: z.string().optional(),
    role: z.enum(roles).optional(),
    administrator: z.boolean().default(false),
  })
  .refine(({ campaign, role, administrator }) => administrator || (campaign !== undefined && role !== undefined), {
    message: 'give --campaign and --role, or --administrator',
  });

/** Exit code 0 when the link was printed, 1 when there is no such campaign or the account is closed, 2 when it was asked wrongly. */
export async function run(args: string[]): Promise<number> {
  const request = args.includes('--help') ? null : readArguments(args);
  if (!request || typeof request === 'string') {
    process.stdout.write(request === null ? help : `${request}\n\n${help}`);
    return request === null ? 0 : 2;
  }
  const { email, name, campaign, role, administrator } = request;
  const config = readConfig(process.env);
  const database = openDataFolder(config);
  try {
    const found = campaign === undefined ? null : campaignsRepository(database).findCampaign(campaign);
    if (campaign !== undefined && !found) {
      process.stderr.write(`There is no campaign "${campaign}".\n`);
      return 1;
    }
    const accounts = accountsRepository(database);
    if (teamRepository(database).findByAnyEmail(email)?.closedAt) {
      process.stderr.write('This account is closed. An administrator opens it again at /bureau/personnes.\n');
      return 1;
    }
    const path = database.sql
      .transaction(() => {
        const before = accounts.findByEmail(email);
        const id =
          before?.id ?? accounts.insertPerson({ email, name, administrator, createdAt: systemClock.now().toISOString() });
        if (before && administrator) accounts.recordPerson(id, { administrator });
        if (found && role) accounts.recordMembership(id, found.id, role);
        return openPasswordLinks(database, systemClock).create(id);
      })
      .immediate();
    process.stdout.write(`${name}: choose a password at ${config.publicUrl}${path} (works once, for ${linkHours} hours)\n`);
    return 0;
  } finally {
    database.sql.close();
  }
}

function readArguments(args: string[]): z.infer<typeof asked> | string {
  try {
    const result = asked.safeParse(parseArgs({ args, options }).values);
    return result.success
      ? result.data
      : result.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('\n');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
