import { describe, expect, test } from 'vitest';
import { filesUnder, type Import, importsOf, textOf } from '../support/source-files.ts';

const audiences = ['site', 'data', 'desk', 'reply', 'follow'];
const nouns = [
  'accounts',
  'campaigns',
  'elections',
  'positions',
  'outreach',
  'erasure',
  'followup',
  'alerts',
  'ledger',
  'standings',
  'pictures',
];
const floor = ['db', 'lib'];

const files = filesUnder('src', '.ts');
const imports = files.flatMap(importsOf);
const inside = imports.filter(({ to }) => to.startsWith('src/'));

/** `site` for src/site/links.ts; `app.ts` for src/app.ts. */
const folderOf = (path: string) => path.split('/')[1] ?? '';
const roleOf = (path: string) => /([^/]+?)(?:\.([a-z]+))?\.ts$/.exec(path)?.[2] ?? null;
const isNoun = (path: string) => nouns.includes(folderOf(path));

/** These have hands: they read seeds and official files, apply what a person has seen of them, give mail to a server, start threads. */
const hands = [
  'src/campaigns/seed-files.ts',
  'src/elections/official-files/read-file.ts',
  'src/elections/official-files/apply.ts',
  'src/lib/mailer.ts',
  'src/lib/thread.ts',
];
/** A bare noun in a noun's folder, and everything in lib/. */
const isPure = (path: string) =>
  !hands.includes(path) && (folderOf(path) === 'lib' || (isNoun(path) && [null, 'types'].includes(roleOf(path))));

function breaking(rule: (one: Import) => boolean, among: readonly Import[] = imports): string[] {
  return among.filter((one) => !rule(one)).map(({ from, to }) => `${from} → ${to}`);
}

test('the reader of imports sees them all', () => {
  expect(imports.length).toBeGreaterThan(200);
  expect(imports).toContainEqual({ from: 'src/app.ts', to: 'fastify', typeOnly: false });
  expect(imports).toContainEqual({ from: 'src/web/services.ts', to: 'src/config.ts', typeOnly: true });
  expect(imports).toContainEqual({ from: 'src/cli.ts', to: 'src/commands/serve.ts', typeOnly: false });
  expect(inside.filter(({ to }) => !files.includes(to)).map(({ to }) => to)).toEqual([]);
});

describe('which way one may look', () => {
  const allowed: [string, string[], string[]][] = [
    ['an audience sees nouns and the floor, never another audience', audiences, [...nouns, ...floor, 'web', 'config.ts']],
    ['a noun sees nouns and the floor, never HTTP', nouns, [...nouns, ...floor]],
    ['the web sees no audience', ['web'], ['web', ...nouns, ...floor, 'config.ts']],
    ['the database sees the pure helpers', ['db'], ['db', 'lib']],
    ['the pure helpers see one another', ['lib'], ['lib']],
    ['the settings see nothing', ['config.ts'], []],
  ];
  test.each(allowed)('%s', (_name, folders, seen) => {
    const own = inside.filter(({ from }) => folders.includes(folderOf(from)));
    const isSeen = ({ from, to }: Import) =>
      seen.includes(folderOf(to)) && (folderOf(from) === folderOf(to) || !audiences.includes(folderOf(to)));
    expect(breaking((one) => folderOf(one.from) === folderOf(one.to) || isSeen(one), own)).toEqual([]);
  });

  test('a noun reaches another through its repository, its service or a pure file', () => {
    const across = inside.filter(({ from, to }) => isNoun(from) && isNoun(to) && folderOf(from) !== folderOf(to));
    const door = ({ from, to }: Import) =>
      isPure(to) ||
      ['repository', 'service', 'types'].includes(roleOf(to) ?? '') ||
      (roleOf(from) === 'repository' && roleOf(to) === 'table');
    expect(breaking(door, across)).toEqual([]);
  });

  test('public pages know no table, no repository and no service but the standings and the ledger', () => {
    const publicOnes = inside.filter(({ from }) => ['site', 'data'].includes(folderOf(from)));
    const isPublic = ({ to }: Import) => !isNoun(to) || isPure(to) || ['ledger', 'standings', 'pictures'].includes(folderOf(to));
    expect(breaking(isPublic, publicOnes)).toEqual([]);
    expect(
      breaking(({ to }) => folderOf(to) !== 'db' && roleOf(to) !== 'table' && roleOf(to) !== 'repository', publicOnes),
    ).toEqual([]);
  });

  test('no file imports itself by a detour', () => expect(cycles()).toEqual([]));
});

describe('who may use what', () => {
  test('only tables, repositories and db/ know drizzle', () =>
    expect(
      breaking(
        ({ from, to }) =>
          !to.startsWith('drizzle-orm') || folderOf(from) === 'db' || ['table', 'repository'].includes(roleOf(from) ?? ''),
      ),
    ).toEqual([]));

  test('what the desk publishes passes by one gate, which knows the freeze; only it and the seeds write to the ledger', () => {
    const writers = ['src/campaigns/publishing.service.ts', 'src/campaigns/seed.service.ts'];
    const writing = /\bledger(?:Repository\([^)]*\))?\.(?:publish|redact|insertEdition|erasePayload)\(/;
    const found = files.filter((path) => folderOf(path) !== 'ledger' && writing.test(textOf(path)));
    expect(found).toEqual(writers);
    const openers = imports.filter(({ to, typeOnly }) => to === 'src/ledger/ledger.service.ts' && !typeOnly);
    const readers = ['app.ts', 'commands', 'ledger'];
    expect(openers.filter(({ from }) => !readers.includes(folderOf(from))).map(({ from }) => from)).toEqual([writers[1]]);
  });

  test('only db/ opens SQLite', () =>
    expect(breaking(({ from, to }) => to !== 'better-sqlite3' || folderOf(from) === 'db')).toEqual([]));

  test('only audiences, web/ and app.ts know fastify', () =>
    expect(
      breaking(({ from, to }) => !/^@?fastify\b/.test(to) || [...audiences, 'web', 'app.ts'].includes(folderOf(from))),
    ).toEqual([]));

  test('a pure file imports pure files and types, and touches neither disk, network nor process', () => {
    const computing = ['node:crypto', 'node:util', 'node:buffer'];
    const packages = [
      'zod',
      'canonicalize',
      'csv-parse',
      'csv-parse/sync',
      'diff',
      'markdown-it',
      'qr',
      'sanitize-html',
      '@sindresorhus/slugify',
    ];
    const mayImport = ({ to, typeOnly }: Import) =>
      typeOnly || (to.startsWith('src/') ? isPure(to) : [...computing, ...packages].includes(to));
    expect(
      breaking(
        mayImport,
        imports.filter(({ from }) => isPure(from)),
      ),
    ).toEqual([]);
    const asking = files.filter(
      (path) =>
        isPure(path) &&
        path !== 'src/lib/clock.ts' &&
        /\b(?:process\.|Date\.now\(|new Date\(\)|Math\.random\()/.test(textOf(path)),
    );
    expect(asking).toEqual([]);
  });
});

test('the project stands alone: nothing reads outside its own folder', () => {
  const own = ['src', 'tests', 'seeds', 'views', 'public', 'migrations'].flatMap((folder) => filesUnder(folder));
  const reading = own.filter(
    (path) => /\.(ts|json|csv|md|eta|js|css|sql)$/.test(path) && textOf(path).includes(['..', 'shared'].join('/')),
  );
  expect(reading).toEqual([]);
});

/** Each cycle once, by its files; types count too, since a cycle of types is two ideas in two places. */
function cycles(): string[] {
  const graph = Map.groupBy(inside, ({ from }) => from);
  const done = new Set<string>();
  const found: string[] = [];
  function visit(path: string, way: string[]): void {
    const seenAt = way.indexOf(path);
    if (seenAt !== -1) found.push([...way.slice(seenAt), path].join(' → '));
    if (seenAt !== -1 || done.has(path)) return;
    for (const { to } of graph.get(path) ?? []) visit(to, [...way, path]);
    done.add(path);
  }
  for (const path of files) visit(path, []);
  return found;
}
