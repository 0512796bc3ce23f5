import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { copyDatabase, findDamage } from '../db/copy.ts';
import { openDatabase } from '../db/open.ts';
import { copiesToDelete } from './backup/copies-to-delete.ts';
import { databaseFile } from './open-data-folder.ts';

const help = `npm run backup -- FICHIER|DOSSIER

Copie la base de DATA_DIR, même pendant que le site tourne, puis vérifie les pages de la copie et les liens entre ses lignes.
Dans un DOSSIER, la copie prend la date et l’heure pour nom. Une copie existante n’est jamais remplacée.
Les documents joints sont copiés à côté, dans le dossier pieces ; ceux qui y sont déjà ne le sont pas deux fois.

La copie contient tout ce qui est privé (brouillons, adresses, mots de passe hachés) : seul votre compte peut la lire.
Le registre d’une copie se vérifie aussi : npm run verify -- FICHIER

Après un effacement par ordre de la loi, les copies d’avant en contiennent encore les mots : la commande nomme celles de ce dossier
qu’il faut supprimer. Supprimez aussi celles que vous gardez ailleurs. Revenir à l’une d’elles rétablirait ce qui a été effacé.

Pour revenir à une copie : arrêtez le site, supprimez parole-tenue.sqlite-wal et parole-tenue.sqlite-shm de DATA_DIR s’ils y sont,
mettez la copie à la place de parole-tenue.sqlite et pieces à la place de pieces, relancez. La clé des seconds facteurs
(second-factor.key, ou SECOND_FACTOR_KEY) n’est pas copiée : gardez-la ailleurs, une fois pour toutes.

Code de fin : 0 la copie est faite et vérifiée ; 1 elle n’est pas faite ; 2 commande mal écrite.
`;

export async function run(args: string[]): Promise<number> {
  const order = readOrder(args);
  if (order === 'help') {
    process.stdout.write(help);
    return 0;
  }
  if (typeof order === 'string') {
    process.stderr.write(`${order} Voyez npm run backup -- --help\n`);
    return 2;
  }
  const source = databaseFile(readConfig(process.env));
  const destination = fileFor(order.target);
  const refusal = refusalFor(source, destination) ?? (await backUp(source, destination));
  if (refusal === null)
    process.stdout.write(
      `Copie faite et vérifiée\u00a0: ${destination} (${statSync(destination).size} octets)\n${copiesToDelete(destination)}`,
    );
  else process.stderr.write(`${refusal}\n`);
  return refusal === null ? 0 : 1;
}

/** Under another name until it is known to be good: a copy that was interrupted cannot be taken for one. */
async function backUp(source: string, destination: string): Promise<string | null> {
  const unfinished = `${destination}.en-cours`;
  process.umask(0o077);
  try {
    const database = openDatabase(source, { readonly: true });
    await copyDatabase(database, unfinished).finally(() => database.sql.close());
    const damage = damageOf(unfinished);
    if (damage.length > 0)
      return `La copie n’est pas saine et n’a pas été gardée\u00a0:\n${damage.map((line) => `- ${line}`).join('\n')}`;
    // Each is named by its content and never changes: one that is there already is the same.
    const documents = join(dirname(source), 'pieces');
    if (existsSync(documents)) await cp(documents, join(dirname(destination), 'pieces'), { recursive: true, force: false });
    renameSync(unfinished, destination);
    return null;
  } catch (error) {
    return `La copie n’a pas pu être faite\u00a0: ${error instanceof Error ? error.message : error}`;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function damageOf(path: string): string[] {
  const copy = openDatabase(path, { readonly: true });
  try {
    return findDamage(copy);
  } finally {
    copy.sql.close();
  }
}

function refusalFor(source: string, destination: string): string | null {
  if (!existsSync(source)) return `Il n’y a pas de base à copier\u00a0: ${source}`;
  if (!existsSync(dirname(destination))) return `Ce dossier n’existe pas\u00a0: ${dirname(destination)}`;
  return existsSync(destination) ? `Ce fichier existe déjà, il n’est pas remplacé\u00a0: ${destination}` : null;
}

function fileFor(target: string): string {
  if (!existsSync(target) || !statSync(target).isDirectory()) return target;
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  return join(target, `parole-tenue-${time}Z.sqlite`);
}

/** What was asked, or `help`, or what is wrong with the way it was asked. */
function readOrder(args: string[]): { target: string } | string {
  try {
    const { values, positionals } = parseArgs({ args, options: { help: { type: 'boolean' } }, allowPositionals: true });
    if (values.help) return 'help';
    const [target, ...others] = positionals;
    if (!target || others.length > 0) return 'Il faut le chemin d’un fichier à créer, ou d’un dossier, et d’un seul.';
    return { target };
  } catch {
    return 'Cette option n’existe pas.';
  }
}
