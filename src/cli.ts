import './node-version.ts';
import { BadSettings } from './config.ts';

const [name = 'help', ...rest] = process.argv.slice(2);

/** Each command is a file of its own under src/commands/, loaded only when it is asked for. */
const commands: Record<string, () => Promise<{ run(args: string[]): Promise<number> }>> = {
  serve: () => import('./commands/serve.ts'),
  import: () => import('./commands/import.ts'),
  seed: () => import('./commands/seed.ts'),
  'add-user': () => import('./commands/add-user.ts'),
  verify: () => import('./commands/verify.ts'),
  backup: () => import('./commands/backup.ts'),
  export: () => import('./commands/export.ts'),
};

const command = commands[name];
if (!command) {
  process.stderr.write(`parole-tenue: there is no command "${name}". Known: ${Object.keys(commands).join(', ')}\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await (await command()).run(rest).catch(explain);
}

/** A setting that cannot be used is the administrator's to mend: each is named, without a stack. */
function explain(error: unknown): number {
  if (!(error instanceof BadSettings)) throw error;
  process.stderr.write(`parole-tenue: these settings cannot be used:\n${error.message}\n`);
  return 2;
}
