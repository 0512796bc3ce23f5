import './node-version.ts';

const [name = 'help', ...rest] = process.argv.slice(2);

/** Each command is a file of its own under src/commands/, loaded only when it is asked for. */
const commands: Record<string, () => Promise<{ run(args: string[]): Promise<number> }>> = {
  serve: () => import('./commands/serve.ts'),
  import: () => import('./commands/import.ts'),
  seed: () => import('./commands/seed.ts'),
};

const command = commands[name];
if (!command) {
  process.stderr.write(`parole-tenue: there is no command "${name}". Known: ${Object.keys(commands).join(', ')}\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await (await command()).run(rest);
}
