import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { exportSite, type Progress } from './export/export-site.ts';
import { databaseFile } from './open-data-folder.ts';

const help = `npm run export -- DOSSIER [--seul]

Écrit tout le site public en fichiers simples, avec ses données, ses images et ses cadres, pour n’importe quel hébergement statique.
Les liens sont relatifs. À côté des textes, leurs formes compressées (.br, .gz) ; _headers et .htaccess donnent les en-têtes aux
hébergeurs qui les lisent.

Lancée de nouveau dans le même DOSSIER, la commande ne dessine que ce qui a changé, remet ce qui manque et retire ce qui n’est plus
là. Interrompue, elle reprend où elle en était. Le dossier DOSSIER/.export lui sert de mémoire.
PUBLIC_URL doit être l’adresse que les gens tapent : elle est dans les fichiers de données, les flux et les images de partage.
Ce que seul un serveur peut faire (filtrer, chercher, choisir qui comparer, s’abonner, répondre) y mène.

  --seul   aucun serveur ne répond à PUBLIC_URL : ce qui en demande un mène à une page qui le dit, et dit quoi faire à la place

Code de fin : 0 tout est écrit ; 1 une adresse ne mène nulle part, ou la base ne peut pas être lue ; 2 commande mal écrite.
`;

export async function run(args: string[]): Promise<number> {
  const order = readOrder(args);
  if (order === 'help' || order === null) {
    (order === null ? process.stderr : process.stdout).write(order === null ? 'Voyez npm run export -- --help\n' : help);
    return order === null ? 2 : 0;
  }
  const config = readConfig(process.env);
  const path = databaseFile(config);
  if (!existsSync(path)) {
    process.stderr.write(`Il n’y a pas de base\u00a0: ${path}\n`);
    return 1;
  }
  const database = openDatabase(path, { readonly: true });
  const { folder, alone } = order;
  try {
    const report = await exportSite(config, database, folder, { alone, step: showProgress(process.stderr) });
    process.stdout.write(`${folder}\u00a0: ${report.files} fichiers, ${report.written} écrits, ${report.removed} retirés.\n`);
    for (const { address, from } of report.broken)
      process.stderr.write(`Ne mène nulle part\u00a0: ${address} (depuis ${from || 'le départ'})\n`);
    return report.broken.length === 0 ? 0 : 1;
  } finally {
    database.sql.close();
  }
}

function readOrder(args: string[]): { folder: string; alone: boolean } | 'help' | null {
  try {
    const options = { help: { type: 'boolean' }, seul: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return 'help';
    const [folder] = positionals;
    return positionals.length === 1 && folder ? { folder, alone: values.seul === true } : null;
  } catch {
    return null;
  }
}

/** How far it is, twice a second at most, and at the end. */
function showProgress(out: NodeJS.WriteStream): (progress: Progress) => void {
  let shownAt = Date.now();
  return ({ done, campaigns, files }) => {
    const now = Date.now();
    if (now - shownAt < 500) return;
    shownAt = now;
    const at = done < campaigns ? `campagne ${done + 1} sur ${campaigns}` : 'ce qui est commun';
    out.write(out.isTTY ? `\r\u001b[K${at}, ${files} fichiers` : `${at}, ${files} fichiers\n`);
  };
}
