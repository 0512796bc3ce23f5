import { hardSpace } from '../../lib/typography.ts';
import { personName } from '../person-name.ts';
import { type Place, readPlace } from '../place.ts';
import { words } from '../same-words.ts';
import type { FileFormat, OpenFile } from './format.ts';
import { panelNumber } from './numbers.ts';
import { type FiledList, type FiledRace, findList, listLabel } from './stage.ts';
import { WrongFile } from './wrong-file.ts';

const columns = [
  ...['Code département', 'Département', 'Code circonscription', 'Circonscription', 'Numéro de panneau'],
  ...[
    'Libellé abrégé de liste',
    'Libellé de la liste',
    'Code nuance de liste',
    'Nuance de liste',
    'Tête de liste',
    'Ordre',
    'Sexe',
  ],
  ...['Nom sur le bulletin de vote', 'Prénom sur le bulletin de vote', 'Nationalité', 'Code personnalité', 'CC'],
];

/**
 * The Ministry's candidates of 2026: one line per person, about 889,000 of them, of which only the head of each list is kept. The file
 * does not say which round it is for; its name does. A commune where nobody stands has one line of empty cells.
 */
export const candidates2026: FileFormat = {
  name: 'listes candidates aux municipales de 2026',
  delimiters: [';'],
  encoding: 'utf-8',
  quotes: true,
  columns,
  open(file, sink) {
    const round = roundOf(file);
    const at = positions(file.header);
    /** The rows of a list follow one another: the last place and list seen answer for nearly every row. */
    let code = '';
    let place: Place | null = null;
    let race: FiledRace | null = null;

    return {
      read(fields, line) {
        // A separator inside an unquoted label shifts what follows, and empty cells would hide it: the count must be exact.
        if (fields.length !== file.header.length) {
          return sink.reject(line, `la ligne a ${fields.length} cases, et l’en-tête ${file.header.length}.`);
        }
        const panelText = fields[at.panel] ?? '';
        if (panelText.trim() === '') return sink.leave('Commune sans liste');
        const rowCode = `${fields[at.departement]} ${fields[at.code]}`;
        if (rowCode !== code) {
          code = rowCode;
          race = null;
          place = readPlace(fields[at.departement] ?? '', fields[at.code] ?? '', fields[at.name] ?? '');
        }
        const panel = panelNumber(panelText);
        const head = (fields[at.head] ?? '').trim().toUpperCase();
        if (!place) return sink.reject(line, `le code de commune «${hardSpace}${rowCode}${hardSpace}» n’existe pas.`);
        if (!panel || (head !== '' && head !== 'OUI' && head !== 'NON')) {
          return sink.reject(
            line,
            `les cases sont décalées${hardSpace}: «${hardSpace}${panelText}${hardSpace}» n’est pas un numéro de panneau, ou «${hardSpace}${head}${hardSpace}» ne dit pas qui est tête de liste.`,
          );
        }
        race ??= sink.race('municipales-2026', place);
        const known = findList(race, round, panel);
        if (known && head !== 'OUI') return;
        const filed = readList(fields, at, { line, round, panel, head: head === 'OUI' });
        if (!known) return void sink.list(race, filed);
        if (known.headLastName !== null)
          return sink.reject(line, `le panneau ${panel} de ${place.communeName} a déjà une tête de liste, ligne ${known.line}.`);
        Object.assign(known, filed);
      },
      isWhole: (fields) => fields.length >= file.header.length,
    };
  },
};

/** The Ministry names its files `…-tour-1-…`; anyone may name them otherwise, and then has to say. */
function roundOf({ fileName, options }: OpenFile): 1 | 2 {
  if (options.round) return options.round;
  const [, digit] = /(?:tour|t)[-_ ]?([12])(?!\d)/i.exec(fileName) ?? [];
  if (digit) return digit === '1' ? 1 : 2;
  throw new WrongFile(`Ni ce fichier ni son nom ne disent de quel tour il s’agit${hardSpace}: ajoutez --tour 1 ou --tour 2.`);
}

type Positions = ReturnType<typeof positions>;

function positions(header: readonly string[]) {
  const names = header.map(words);
  const of = (column: string) => names.indexOf(words(column));
  return {
    departement: of('Code département'),
    code: of('Code circonscription'),
    name: of('Circonscription'),
    panel: of('Numéro de panneau'),
    short: of('Libellé abrégé de liste'),
    label: of('Libellé de la liste'),
    nuance: of('Code nuance de liste'),
    head: of('Tête de liste'),
    lastName: of('Nom sur le bulletin de vote'),
    firstName: of('Prénom sur le bulletin de vote'),
  };
}

function readList(
  fields: readonly string[],
  at: Positions,
  row: { line: number; round: number; panel: number; head: boolean },
): FiledList {
  const text = (index: number) => (fields[index] ?? '').trim();
  const { head, ...rest } = row;
  const lastName = head ? personName(text(at.lastName)) : '';
  const firstName = head ? text(at.firstName) : '';
  const short = text(at.short) || null;
  return {
    ...rest,
    label: listLabel(text(at.label), short, `${firstName} ${lastName}`.trim(), row.panel),
    shortLabel: short,
    nuance: text(at.nuance) || null,
    headFirstName: firstName || null,
    headLastName: lastName || null,
    votes: null,
    councilSeats: null,
    sectorSeats: null,
    intercommunalSeats: null,
  };
}
