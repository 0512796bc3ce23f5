import { createWriteStream, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { councilSeats, listsPerCommune } from './french-proportions.ts';
import { inventor } from './invented-people.ts';

const header =
  'Code département;Département;Code circonscription;Circonscription;Numéro de panneau;Libellé abrégé de liste;Libellé de la liste;' +
  'Code nuance de liste;Nuance de liste;Tête de liste;Ordre;Sexe;Nom sur le bulletin de vote;Prénom sur le bulletin de vote;' +
  'Nationalité;Code personnalité;CC';

const places = z.array(
  z.object({
    code: z.string(),
    nom: z.string(),
    type: z.string(),
    departement: z.string().optional(),
    population: z.number().default(0),
  }),
);

type Place = z.infer<typeof places>[number];

/** How many lines a list fills and a file holds, once written. */
export interface FileFigures {
  communes: number;
  lists: number;
  rows: number;
  bytes: number;
}

/**
 * Writes a candidates file of the shape and size of 2026: the real communes of France, lists in the real proportions, and nobody real on
 * them. The same file every time.
 */
export async function writeCandidatesFile(path: string): Promise<FileFigures> {
  const out = createWriteStream(path);
  const invent = inventor(2026);
  const figures = { communes: 0, lists: 0, rows: 0, bytes: 0 };
  const send = async (text: string) => {
    figures.bytes += Buffer.byteLength(text);
    if (!out.write(text)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  };
  await send(`\ufeff${header}\r\n`);
  for (const place of communes()) {
    const count = listsPerCommune(place.population, invent.chance());
    if (count > 0) figures.communes += 1;
    figures.lists += count;
    const rows = count === 0 ? [row(place, ['', '', '', '', '', '', '', '', '', '', '', '', ''])] : lists(place, count, invent);
    figures.rows += rows.length;
    await send(rows.join(''));
  }
  await new Promise<void>((resolve, reject) => {
    out.on('error', reject);
    out.end(() => resolve());
  });
  return figures;
}

function communes(): Place[] {
  const file = fileURLToPath(import.meta.resolve('@etalab/decoupage-administratif/data/communes.json'));
  return places.parse(JSON.parse(readFileSync(file, 'utf8'))).filter(({ type }) => type === 'commune-actuelle');
}

type Inventor = ReturnType<typeof inventor>;

function lists(place: Place, count: number, invent: Inventor): string[] {
  const names = councilSeats(place.population) + 1;
  return Array.from({ length: count }, (_none, index) => index + 1).flatMap((panel) => {
    const label = invent.label(place.nom);
    const [nuance, nuanceName] = place.population >= 3500 ? invent.nuance() : ['', ''];
    return Array.from({ length: names }, (_none, index) => {
      const { sex, firstName, lastName } = invent.person(index);
      const council = index < names / 3 ? 'OUI' : '';
      const list = [String(panel), label.slice(0, 40), label, nuance, nuanceName, index === 0 ? 'OUI' : '', String(index + 1)];
      return row(place, [...list, sex, lastName, firstName, 'Française', '', council]);
    });
  });
}

function row(place: Place, rest: readonly string[]): string {
  const departement = place.departement ?? place.code.slice(0, 3);
  return `${[departement, `Dép. ${departement}`, place.code, place.nom, ...rest].map(quoted).join(';')}\r\n`;
}

function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`;
}
