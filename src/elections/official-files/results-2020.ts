import { hardSpace } from '../../lib/typography.ts';
import { personName } from '../person-name.ts';
import { readPlace } from '../place.ts';
import type { FileFormat } from './format.ts';
import { panelNumber, wholeNumber } from './numbers.ts';
import { type FiledList, listLabel } from './stage.ts';

const fixedColumns = 18;
const blockColumns = 12;

/**
 * The Ministry's results of 2020 for communes of 1,000 inhabitants and more: one line per race, 18 columns, then 12 per list of which only
 * the first has a header. Tabs in round 1, semicolons in round 2. A sector of Paris, Lyon or Marseille stands as a commune of its own.
 */
export const results2020: FileFormat = {
  name: 'résultats des municipales de 2020',
  delimiters: ['\t', ';'],
  encoding: 'latin1',
  // One line is one race: a quote that is never closed spoils its own label, and not the lines below it.
  quotes: false,
  columns: [
    ...[
      'Code du département',
      'Libellé du département',
      'Code de la commune',
      'Libellé de la commune',
      'Inscrits',
      'Abstentions',
    ],
    ...['% Abs/Ins', 'Votants', '% Vot/Ins', 'Blancs', '% Blancs/Ins', '% Blancs/Vot', 'Nuls', '% Nuls/Ins', '% Nuls/Vot'],
    ...['Exprimés', '% Exp/Ins', '% Exp/Vot', 'N.Pan.', 'Code Nuance', 'Sexe', 'Nom', 'Prénom', 'Liste', 'Sièges / Elu'],
    ...['Sièges Secteur', 'Sièges CC', 'Voix', '% Voix/Ins', '% Voix/Exp'],
  ],
  open({ delimiter }, sink) {
    const round = delimiter === '\t' ? 1 : 2;
    return {
      read(raw, line) {
        const row = readRow(joinQuoted(raw, delimiter), round, line);
        if (typeof row === 'string') return sink.reject(line, row);
        const race = sink.race('municipales-2020', row.place);
        if (race.rounds.some((each) => each.number === round))
          return sink.reject(line, `${race.raceName} (${race.raceCode}) est déjà plus haut dans le fichier.`);
        for (const list of row.lists) sink.list(race, list, row.figures);
      },
      isWhole: (raw) => typeof readRow(joinQuoted(raw, delimiter), round, 0) !== 'string',
    };
  },
};

/** One race with its lists, or why not. */
function readRow(fields: readonly string[], round: number, line: number) {
  const [departement = '', , code = '', name = '', registered, , , voted] = fields;
  const place = readPlace(departement, code, name);
  if (!place) return `le code de commune «${hardSpace}${departement} ${code}${hardSpace}» n’existe pas.`;
  const figures = { registered: wholeNumber(registered), voted: wholeNumber(voted), valid: wholeNumber(fields[15]) };
  const { registered: entitled, voted: came, valid } = figures;
  if (entitled == null || came == null || valid == null) {
    return `${place.communeName}${hardSpace}: les inscrits, les votants ou les exprimés ne sont pas des nombres.`;
  }
  if (valid > came || came > entitled)
    return `${place.communeName}${hardSpace}: plus d’exprimés que de votants, ou de votants que d’inscrits.`;
  const lists: FiledList[] = [];
  for (const block of blocks(fields)) {
    const list = readBlock(block, round, line);
    if (typeof list === 'string') return `${place.communeName}, ${place.raceName}${hardSpace}: ${list}`;
    lists.push(list);
  }
  if (lists.length === 0) return `${place.communeName}${hardSpace}: aucune liste sur cette ligne.`;
  const sum = lists.reduce((total, list) => total + (list.votes ?? 0), 0);
  if (sum !== valid)
    return `${place.communeName}, ${place.raceName}${hardSpace}: les voix des listes font ${sum}, et les exprimés ${valid}.`;
  return { place, figures: { registered: entitled, voted: came, valid }, lists };
}

/** Rows are padded with empty cells up to the longest one. */
function blocks(fields: readonly string[]): string[][] {
  const found: string[][] = [];
  for (let start = fixedColumns; start < fields.length; start += blockColumns) {
    const block = fields.slice(start, start + blockColumns);
    if (block.some((field) => field !== '')) found.push(block);
  }
  return found;
}

function readBlock(block: readonly string[], round: number, line: number): FiledList | string {
  const [
    panelText,
    nuance = '',
    ,
    lastName = '',
    firstName = '',
    label = '',
    seats,
    sectorSeats,
    intercommunal,
    votesText,
    ,
    share,
  ] = block;
  const panel = panelNumber(panelText);
  const votes = wholeNumber(votesText);
  if (!panel) return `le numéro de panneau «${hardSpace}${panelText}${hardSpace}» n’en est pas un.`;
  if (votes == null || share === undefined) return `les voix du panneau ${panel} manquent.`;
  return {
    line,
    round,
    panel,
    label: listLabel(label, null, `${firstName} ${personName(lastName)}`.trim(), panel),
    shortLabel: null,
    nuance: nuance || null,
    headFirstName: firstName || null,
    headLastName: personName(lastName) || null,
    votes,
    councilSeats: wholeNumber(seats) ?? null,
    sectorSeats: wholeNumber(sectorSeats) ?? null,
    intercommunalSeats: wholeNumber(intercommunal) ?? null,
  };
}

/**
 * Undoes CSV's quoting within one line: `"Liste ""A"""` → `Liste "A"`, and a field that was cut at a separator inside its quotes is put
 * together again. A quote that is never closed is part of the label.
 */
export function joinQuoted(raw: readonly string[], delimiter: string): string[] {
  const fields: string[] = [];
  for (let at = 0; at < raw.length; at += 1) {
    const field = raw[at] ?? '';
    const end = field.startsWith('"') ? closing(raw, at) : -1;
    if (end < 0) fields.push(field.trim());
    else {
      const whole = raw.slice(at, end + 1).join(delimiter);
      fields.push(whole.trimEnd().slice(1, -1).replaceAll('""', '"').trim());
      at = end;
    }
  }
  return fields;
}

/** The index of the cell that closes the quote opened at `start`: an odd number of quotes at its end; -1 when there is none. */
function closing(raw: readonly string[], start: number): number {
  for (let at = start; at < raw.length; at += 1) {
    const field = (at === start ? (raw[at] ?? '').slice(1) : (raw[at] ?? '')).trimEnd();
    const quotes = /"*$/.exec(field)?.[0].length ?? 0;
    if (quotes % 2 === 1) return at;
  }
  return -1;
}
