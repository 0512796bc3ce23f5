import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { exportSite } from './export/export-site.ts';
import { databaseFile } from './open-data-folder.ts';

const help = `npm run export -- DOSSIER

Écrit tout le site public en fichiers simples, avec ses données, ses images et ses cadres, pour n’importe quel hébergement statique.
Les liens sont relatifs : le dossier se lit aussi sans serveur. À côté des textes, leurs formes compressées (.br, .gz) ; _headers et
.htaccess donnent les en-têtes aux hébergeurs qui les lisent.

Lancée de nouveau dans le même DOSSIER, la commande n’écrit que ce qui a changé et retire ce qui n’est plus là.
PUBLIC_URL doit être l’adresse que les gens tapent : elle est dans les fichiers de données, les flux et les images de partage.
Ce que seul un serveur peut faire (répondre, s’abonner, demander un droit de réponse) y mène.

Code de fin : 0 tout est écrit ; 1 une adresse ne mène nulle part, ou la base ne peut pas être lue ; 2 commande mal écrite.
`;

export async function run(args: string[]): Promise<number> {
  const folder = readFolder(args);
  if (folder === 'help' || folder === null) {
    (folder === null ? process.stderr : process.stdout).write(folder === null ? 'Voyez npm run export -- --help\n' : help);
    return folder === null ? 2 : 0;
  }
  const config = readConfig(process.env);
  const path = databaseFile(config);
  if (!existsSync(path)) {
    process.stderr.write(`Il n’y a pas de base\u00a0: ${path}\n`);
    return 1;
  }
  const database = openDatabase(path, { readonly: true });
  try {
    const { files, written, removed, broken } = await exportSite(config, database, folder, showFiles(process.stderr));
    process.stdout.write(`${folder}\u00a0: ${files} fichiers, ${written} écrits, ${removed} retirés.\n`);
    for (const { address, from } of broken)
      process.stderr.write(`Ne mène nulle part\u00a0: ${address} (depuis ${from || 'le départ'})\n`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    database.sql.close();
  }
}

function readFolder(args: string[]): string | 'help' | null {
  try {
    const { values, positionals } = parseArgs({ args, options: { help: { type: 'boolean' } }, allowPositionals: true });
    if (values.help) return 'help';
    return positionals.length === 1 ? (positionals[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** How far it is, twice a second at most. */
function showFiles(out: NodeJS.WriteStream): (done: number, all: number) => void {
  let shownAt = Date.now();
  return (done, all) => {
    if (Date.now() - shownAt < 500 && done < all) return;
    shownAt = Date.now();
    const text = `${done} fichiers sur ${all} connus`;
    out.write(out.isTTY && done < all ? `\r${text}` : `${text}\n`);
  };
}
