import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import type { ReadingOptions } from '../elections/official-files/format.ts';
import { volunteerColumns } from '../elections/official-files/volunteer.ts';

const help = `npm run import -- FICHIER [--apply] [--tour 1|2]

Lit un fichier de listes ou de résultats et montre ce qui serait créé, modifié, laissé ou rejeté.
Rien n’est enregistré sans --apply. Le même fichier deux fois ne change rien ; rien n’est jamais supprimé.

  --apply      enregistre, en une seule fois : tout, ou rien
  --tour 1|2   le tour, pour un fichier de candidats de 2026 dont le nom ne le dit pas

Fichiers reconnus
  Résultats de 2020, communes de 1 000 habitants et plus (ministère de l’Intérieur, ISO-8859-1),
    1er tour (tabulations) et 2nd tour (points-virgules)
  Listes candidates de 2026 (points-virgules, UTF-8). Seule la tête de liste est gardée.
  Un tableau CSV tapé à la main (UTF-8 ; virgules ou points-virgules), une ligne par liste et par tour :
    obligatoires : ${volunteerColumns.required.join(', ')}
    facultatives : ${volunteerColumns.optional.slice(0, 6).join(', ')},
                   ${volunteerColumns.optional.slice(6).join(', ')}
    par exemple
    annee,commune,nom_commune,secteur,tour,panneau,liste,nuance,tete_prenom,tete_nom,voix
    2020,13055,Marseille,2,1,5,Marseille avant tout,LDVG,Alain,Lhote,935

Code de fin : 0 le fichier est lu (et enregistré avec --apply) ; 1 le fichier ne convient pas, rien n’a changé ; 2 commande mal écrite.
`;

export async function run(args: string[]): Promise<number> {
  const order = readOrder(args);
  if (order === 'help') {
    process.stdout.write(help);
    return 0;
  }
  if (typeof order === 'string') {
    process.stderr.write(`${order} Voyez npm run import -- --help\n`);
    return 2;
  }
  keepHeapSmall();
  const { importFile } = await import('./import-file.ts');
  return importFile(order.path, order, order.apply);
}

/**
 * Node lets the space of short-lived objects grow to tens of megabytes before it looks. An import makes them by the million and needs none
 * of them: told so before anything large is loaded, it takes 175 MB for all of France instead of 310, in the same time.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--max-semi-space-size=2');
  setFlagsFromString('--semi-space-growth-factor=1');
}

interface Order extends ReadingOptions {
  path: string;
  apply: boolean;
}

/** What was asked, or `help`, or what is wrong with the way it was asked. */
function readOrder(args: string[]): Order | string {
  const options = { apply: { type: 'boolean' }, tour: { type: 'string' }, help: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return 'help';
    const [path, ...others] = positionals;
    if (!path || others.length > 0) return 'Il faut le chemin d’un fichier, et d’un seul.';
    if (values.tour !== undefined && values.tour !== '1' && values.tour !== '2') return 'Le tour est 1 ou 2.';
    return { path, apply: values.apply === true, round: values.tour ? (values.tour === '1' ? 1 : 2) : null };
  } catch {
    return 'Cette option n’existe pas.';
  }
}
