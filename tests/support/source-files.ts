import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Paths from the project's folder, with `/`, of every file under `folder` whose name ends so. */
export function filesUnder(folder: string, ending = ''): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** One import: from a file of src/ to another one, or to a package. */
export interface Import {
  from: string;
  /** `src/lib/dates.ts`, `fastify`, `node:fs`. */
  to: string;
  /** Nothing of it is left when the program runs. */
  typeOnly: boolean;
}

const statements = /^(?:import|export)\s+(?:(type)\s+)?(?:([^;'"]*?)\s+from\s+)?'([^']+)'/gm;
const dynamic = /\bimport\('([^']+)'\)/g;

/** Every import of a file: static, re-exported and dynamic. */
export function importsOf(path: string): Import[] {
  const text = textOf(path);
  const target = (name: string) => (name.startsWith('.') ? join(dirname(path), name).split(sep).join('/') : name);
  return [
    ...[...text.matchAll(statements)].map(([, type, names = '', name = '']) => ({
      from: path,
      to: target(name),
      typeOnly: type === 'type' || onlyTypes(names),
    })),
    ...[...text.matchAll(dynamic)].map(([, name = '']) => ({ from: path, to: target(name), typeOnly: false })),
  ];
}

/** `{ type A, type B }`: with verbatimModuleSyntax the module is still loaded, but only for its name; we count it as types. */
function onlyTypes(names: string): boolean {
  const listed = /^\{(.*)\}$/s
    .exec(names.trim())?.[1]
    ?.split(',')
    .filter((name) => name.trim() !== '');
  return listed?.every((name) => name.trim().startsWith('type ')) ?? false;
}
