import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Database, openDatabase } from '../../db/open.ts';
import { erasuresRepository } from '../../erasure/erasures.repository.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';

/**
 * What an operator has to do with older copies once the law had something erased: in words, or empty when nothing ever was. A copy is older
 * when it does not hold the newest order.
 */
export function copiesToDelete(copy: string): string {
  const { last, documents } = reading(copy, (database) => {
    const erasures = erasuresRepository(database);
    return { last: erasures.findNewest(), documents: erasures.listGoneDocuments() };
  });
  if (!last) return '';
  const folder = dirname(copy);
  const older = readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite') && name !== basename(copy) && !holdsOrder(join(folder, name), last.erasedAt))
    .map((name) => join(folder, name));
  const pieces = documents.map((sha256) => join(folder, 'pieces', sha256.slice(0, 2), sha256)).filter((path) => existsSync(path));
  return [
    french(`Un effacement par ordre de la loi a eu lieu le ${frenchInstant(last.erasedAt, 'Europe/Paris')} (heure de Paris).`),
    'Les copies d’avant contiennent encore ce qui a été effacé. À supprimer, ici et partout où vous en gardez :'.replace(
      ' :',
      '\u00a0:',
    ),
    ...[...older, ...pieces].map((path) => `  ${path}`),
    ...(older.length + pieces.length === 0 ? ['  (ici, il n’y en a plus)'] : []),
    '  et, dans DATA_DIR, les fichiers *.before-migration-*',
    '',
  ].join('\n');
}

function holdsOrder(path: string, erasedAt: string): boolean {
  try {
    return reading(path, (database) => (erasuresRepository(database).findNewest()?.erasedAt ?? '') >= erasedAt);
  } catch {
    return false;
  }
}

function reading<T>(path: string, read: (database: Database) => T): T {
  const database = openDatabase(path, { readonly: true });
  try {
    return read(database);
  } finally {
    database.sql.close();
  }
}
