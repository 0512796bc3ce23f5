import { hardSpace } from '../../lib/typography.ts';
import { knownElections } from '../known-elections.ts';
import { readPlace } from '../place.ts';
import { words } from '../same-words.ts';
import type { FileFormat } from './format.ts';
import { panelNumber, wholeNumber } from './numbers.ts';
import type { FiledList } from './stage.ts';
import type { WantedPlace } from './wanted-place.ts';

const required = ['annee', 'commune', 'nom_commune', 'tour', 'panneau', 'liste'] as const;
const optional = [
  ...(['secteur', 'libelle_court', 'nuance', 'tete_prenom', 'tete_nom', 'inscrits', 'votants', 'exprimes'] as const),
  ...(['voix', 'sieges', 'sieges_secteur', 'sieges_communaute'] as const),
];
type Column = (typeof required)[number] | (typeof optional)[number];

/** Which columns a volunteer may type, for --help and the README. */
export const volunteerColumns = { required, optional };

/** What a table need not say when it is given for one town and one election. */
export const placeColumns: readonly string[] = ['annee', 'commune', 'nom_commune'];

/** A table that a volunteer types: one row per list, in one round. Comma or semicolon, UTF-8, columns in any order. */
export const volunteer: FileFormat = {
  name: 'tableau saisi à la main',
  delimiters: [',', ';', '\t'],
  encoding: 'utf-8',
  quotes: true,
  columns: required,
  open({ header, options: { here } }, sink) {
    const names = header.map(words);
    const at = new Map([...required, ...optional].map((column) => [column, names.indexOf(words(column))] as const));
    const assumed: Partial<Record<Column, string>> = here
      ? { annee: here.year, commune: here.communeCode, nom_commune: here.communeName }
      : {};
    const cell = (fields: readonly string[], column: Column): string =>
      (fields[at.get(column) ?? -1] ?? '').trim() || (assumed[column] ?? '');
    return {
      read(fields, line) {
        if (fields.slice(header.length).some((each) => each.trim() !== '')) {
          return sink.reject(
            line,
            'il y a plus de cases que de colonnes\u00a0: un nom qui contient le séparateur va entre guillemets.',
          );
        }
        const row = readRow((column) => cell(fields, column), line, here);
        if (typeof row === 'string') return sink.reject(line, row);
        sink.list(sink.race(row.electionId, row.place), row.list, row.figures);
      },
      isWhole: (fields) => fields.length >= header.length,
    };
  },
};

const counts: readonly Column[] = ['inscrits', 'votants', 'exprimes', 'voix', 'sieges', 'sieges_secteur', 'sieges_communaute'];

/** One list with its race, or why not. */
function readRow(cell: (column: Column) => string, line: number, here: WantedPlace | undefined) {
  const electionId = here && cell('annee') === here.year ? here.electionId : knownElections[cell('annee')]?.id;
  if (!electionId)
    return `l’année «${hardSpace}${cell('annee')}${hardSpace}» n’est pas celle d’élections municipales connues (${Object.keys(knownElections).join(', ')}).`;
  const sector = cell('secteur');
  const place = readPlace(
    cell('commune').slice(0, 2),
    cell('commune') + (sector && `SR${sector.padStart(2, '0')}`),
    cell('nom_commune'),
  );
  if (!place || cell('commune').length !== 5) {
    return `il faut le code de la commune en cinq caractères (13055), son nom et, s’il y en a un, le numéro du secteur.`;
  }
  const round = wholeNumber(cell('tour'));
  const panel = panelNumber(cell('panneau'));
  if (round !== 1 && round !== 2) return `le tour est 1 ou 2, et non «${hardSpace}${cell('tour')}${hardSpace}».`;
  if (!panel) return `le panneau est un nombre entre 1 et 999, et non «${hardSpace}${cell('panneau')}${hardSpace}».`;
  if (cell('liste') === '') return 'le nom de la liste manque.';
  const wrong = counts.find((column) => wholeNumber(cell(column)) === undefined);
  if (wrong) return `dans la colonne ${wrong}, «${hardSpace}${cell(wrong)}${hardSpace}» n’est pas un nombre entier.`;
  const count = (column: Column) => wholeNumber(cell(column)) ?? null;
  const list: FiledList = {
    line,
    round,
    panel,
    label: cell('liste'),
    shortLabel: cell('libelle_court') || null,
    nuance: cell('nuance') || null,
    headFirstName: cell('tete_prenom') || null,
    headLastName: cell('tete_nom') || null,
    votes: count('voix'),
    councilSeats: count('sieges'),
    sectorSeats: count('sieges_secteur'),
    intercommunalSeats: count('sieges_communaute'),
  };
  return {
    electionId,
    place,
    list,
    figures: { registered: count('inscrits'), voted: count('votants'), valid: count('exprimes') },
  };
}
