import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { configSchema } from '../../src/config.ts';
import { filesUnder, textOf } from '../support/source-files.ts';

const code = ['src', 'tests', 'seeds'].flatMap((folder) => filesUnder(folder, '.ts'));
const views = filesUnder('views', '.eta');
const lines = (path: string) => textOf(path).trimEnd().split('\n').length;

describe('a file holds one idea', () => {
  test('no .ts file goes past 220 lines', () => expect(code.filter((path) => lines(path) > 220)).toEqual([]));
  test('no view goes past 80 lines', () => expect(views.filter((path) => lines(path) > 80)).toEqual([]));
  test('names are kebab-case, with a dotted role', () =>
    expect(code.filter((path) => !/^(?:[a-z0-9-]+\/)+[a-z0-9-]+(?:\.[a-z0-9-]+)*\.ts$/.test(path))).toEqual([]));
});

test('no checker is silenced, but where an interface is filled by declaration merging', () => {
  const silencer = /biome-ignore|@ts-(?:ignore|expect-error|nocheck)|as unknown as/;
  const found = code
    .filter((path) => path !== 'tests/architecture/house.test.ts')
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .filter((line) => silencer.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(found).toEqual(['src/web/views.ts: // biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging']);
});

test('whatever a view prints raw is another view, or in this list with its reason', () => {
  /** Drawn from our own map of icons; JSON in which no tag can close (jsonForHtml); Markdown that sanitize-html has cleaned. */
  const trusted: Record<string, string[]> = {
    'views/components/_shape.eta': ['shapes[it.state]'],
    'views/components/_address.eta': ['it.dataset'],
    'views/site/text.eta': ['it.bodyHtml'],
    'views/site/letter.eta': ['it.bodyHtml'],
    // Drawn by the public pages' own parts, which escape what they print.
    'views/desk/position.eta': ['it.preview.cell', 'it.preview.proof'],
    'views/desk/published-entry.eta': ['it.preview'],
    'views/desk/erasing.eta': ['it.preview.drawn'],
    'views/desk/followup/follow-up.eta': ['it.preview'],
    'views/reply/answer-preview.eta': ['published.preview.cell'],
    'views/reply/_published.eta': ['published.preview.proof'],
    'views/desk/letter.eta': ['it.preview.bodyHtml'],
  };
  const raw = views.flatMap((path) =>
    [...textOf(path).matchAll(/<%~\s*([\s\S]*?)\s*%>/g)].map(([, expression = '']) => ({ path, expression })),
  );
  expect(raw.length).toBeGreaterThan(5);
  const strange = raw.filter(
    ({ path, expression }) => !/^(?:include|body|it\.body$)/.test(expression) && !trusted[path]?.includes(expression),
  );
  expect(strange).toEqual([]);
});

describe('README', () => {
  const readme = textOf('README.md');
  const scripts = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(textOf('package.json'))).scripts;

  test('has a row for each setting, with its default', () => {
    const rows = new Map(
      [...readme.matchAll(/^\| `([A-Z_]+)` \| ([^|]*) \|/gm)].map(([, name = '', value = '']) => [name, value.trim()]),
    );
    expect([...rows.keys()].sort()).toEqual(Object.keys(configSchema.shape).sort());
    for (const [name, value] of Object.entries(configSchema.parse({}))) {
      expect([name, rows.get(name)]).toEqual([name, value === '' ? 'empty' : `\`${value}\``]);
    }
  });

  test('names only commands that exist', () => {
    const named = [...readme.matchAll(/\bnpm (?:run ([a-z-]+)|(start|test))\b/g)].map(([, run, short]) => run ?? short ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('tells of every command that there is, and each answers --help', () => {
    const registered = [...textOf('src/cli.ts').matchAll(/'\.\/commands\/([a-z-]+)\.ts'/g)].map(([, name = '']) => name);
    const written = filesUnder('src/commands', '.ts').filter((path) => /export async function run\(/.test(textOf(path)));
    expect(written).toEqual(registered.map((name) => `src/commands/${name}.ts`).sort());
    for (const name of registered) {
      const script = Object.entries(scripts).find(
        ([, line]) => /^node (?:--\S+ )*src\/cli\.ts (\S+)$/.exec(line)?.[1] === name,
      )?.[0];
      expect(readme, name).toMatch(new RegExp(`npm (?:run )?${script}\\b`));
      expect(textOf(`src/commands/${name}.ts`), name).toContain('help');
    }
  });
});
