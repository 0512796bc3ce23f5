import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'parole-tenue-logs-'));
const password = 'une phrase facile à retenir';
const secrets = {
  email: 'ambre@exemple.invalid',
  invited: 'noe@exemple.invalid',
  password,
  wrong: 'une phrase fausse, mais longue',
};

let server: ChildProcess;
let base = '';
let log = '';
const known: string[] = Object.values(secrets);

beforeAll(async () => {
  const environment = { PATH: process.env.PATH ?? '', DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'debug', NODE_ENV: 'test' };
  server = spawn(process.execPath, [cli, 'serve'], { env: environment });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (text) => (log += text));
  await vi.waitFor(() => expect(log).toContain('choose a password at'), { timeout: 30_000, interval: 100 });
  base = /Parole tenue: (\S+)/.exec(log)?.[1] ?? '';
}, 40_000);
afterAll(async () => {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.on('close', resolve));
  rmSync(folder, { recursive: true });
});

/** A browser over the real server: cookies are kept, and noted as things that no log may hold. */
function openBrowser() {
  const cookies = new Map<string, string>();
  let page = '';
  async function ask(url: string, fields?: Record<string, string>) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const token = /name="_jeton" value="([^"]*)"/.exec(page)?.[1] ?? '';
    if (token) known.push(token);
    const body = fields && new URLSearchParams({ _jeton: token, ...fields });
    const answer = await fetch(base + url, { method: fields ? 'POST' : 'GET', headers: { cookie }, body, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
      if (value) known.push(value);
    }
    const text = await answer.text();
    if (text) page = text;
    return { status: answer.status, location: answer.headers.get('location') ?? '', text };
  }
  return ask;
}

test('no token, password, code or e-mail address is in any log, whatever goes right or wrong', async () => {
  const first = /choose a password at \S+(\/bureau\/premier-acces\/\S+)/.exec(log)?.[1] ?? '';
  // The announcement itself is meant for the terminal, and is the only place where a link may stand.
  const announced = log;
  log = '';
  known.push(first.split('/').at(-1) ?? '');
  const browser = openBrowser();

  await browser(first);
  await browser(first, { nom: 'Ambre', courriel: secrets.email, 'mot-de-passe': password });
  await browser('/bureau/connexion');
  expect((await browser('/bureau/connexion', { courriel: secrets.email, 'mot-de-passe': secrets.wrong })).status).toBe(422);
  expect((await browser('/bureau/connexion', { courriel: secrets.email, 'mot-de-passe': password })).status).toBe(303);
  await browser('/bureau/compte/second-facteur');
  await browser('/bureau/compte/application', {});
  const secret = (/class="secret">([^<]+)</.exec((await browser('/bureau/compte/application')).text)?.[1] ?? '').replaceAll(
    ' ',
    '',
  );
  const codes = await browser('/bureau/compte/application/confirmation', { code: generateSync({ secret }) });
  known.push(secret, ...[...codes.text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code));

  await browser('/bureau/campagnes/marseille-2020/equipe');
  const invited = await browser('/bureau/campagnes/marseille-2020/equipe/invitations', {
    nom: 'Noé',
    courriel: secrets.invited,
    role: 'editor',
    cle: 'une-cle-pour-une-invitation',
  });
  const link = /\/bureau\/invitations\/[\w-]{43}/.exec(invited.text)?.[0] ?? '';
  known.push(link.split('/').at(-1) ?? '');
  const newcomer = openBrowser();
  await newcomer(link);
  expect((await newcomer(link, { nom: 'Noé', courriel: secrets.invited, 'mot-de-passe': 'court' })).status).toBe(422);
  expect((await newcomer(link, { nom: 'Noé', courriel: secrets.invited, 'mot-de-passe': password })).status).toBe(303);

  await breakThings(browser, link);
  await expect.poll(() => log, { timeout: 5000 }).toContain('SQLITE');
  expect(known.length).toBeGreaterThan(20);
  expect(known.filter((each) => each.length < 5)).toEqual([]);
  expect(known.filter((each) => log.includes(each))).toEqual([]);
  expect(announced).toContain(known[4]);
}, 60_000);

/** What the server did not expect: its errors are logged, and must name nobody. */
async function breakThings(browser: ReturnType<typeof openBrowser>, link: string): Promise<void> {
  const { openDatabase } = await import('../../src/db/open.ts');
  const { databaseFile } = await import('../../src/commands/open-data-folder.ts');
  const database = openDatabase(databaseFile({ DATA_DIR: folder }));
  database.sql.exec(`CREATE TRIGGER broken BEFORE UPDATE ON person BEGIN SELECT RAISE(ABORT, 'broken for a test'); END;
    CREATE TRIGGER broken_too BEFORE INSERT ON sign_in_failure BEGIN SELECT RAISE(ABORT, 'broken for a test'); END;`);
  database.sql.close();
  await browser('/bureau/compte');
  expect((await browser('/bureau/compte/nom', { nom: secrets.email })).status).toBe(500);
  const stranger = openBrowser();
  await stranger('/bureau/connexion');
  expect((await stranger('/bureau/connexion', { courriel: secrets.email, 'mot-de-passe': password })).status).toBe(500);
  await stranger(`${link}%`);
  await stranger('/bureau/connexion', { courriel: 'x'.repeat(600_000) });
}
