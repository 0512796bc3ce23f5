import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium to test with: one on the PATH, else installed by apt when we are root. Where there is none, the browser tests are
 * skipped with a loud banner at home, and fail when CI is set: a green run must never mean that nobody looked.
 */
const executablePath = onPath() ?? installed();

/** `describe`, for tests that need a real browser. */
export const describeInBrowser = executablePath ? describe : describe.skip;

/** A new headless browser with an empty profile; close it in `afterAll`. */
export function launchBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error('no Chromium on this machine');
  return chromium.launch({ executablePath, args: flags });
}

/** A page with a profile of its own: no cookie, no cache and no storage of another test. Closing its context closes it. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

/** Everything that went wrong on a page: script errors, console errors, refused by the CSP. Read it at the end of a test. */
export function watchPage(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  return problems;
}

function onPath(): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  return null;
}

function installed(): string | null {
  if (process.getuid?.() === 0) {
    const wait = ['-o', 'DPkg::Lock::Timeout=180'];
    spawnSync('apt-get', [...wait, 'update'], { stdio: 'ignore' });
    spawnSync('apt-get', [...wait, 'install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
    const path = onPath();
    if (path) return path;
  }
  if (process.env.CI) throw new Error('CI is set and there is no Chromium: the browser tests cannot be skipped here');
  const line = '*'.repeat(78);
  process.stderr.write(`\n${line}\n  NO CHROMIUM: the browser tests are SKIPPED. Install chromium, then run again.\n${line}\n`);
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
