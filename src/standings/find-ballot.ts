import type { Payload } from '../ledger/payloads.ts';
import { spelledNumber } from '../lib/ordinals.ts';

type Race = Payload<'race'>;
type Area = Race['areas'][number];

/** Where someone votes, as far as what they typed tells. `areas` are those that made the match; a sector's own number makes none. */
export interface BallotFound {
  race: Race;
  areas: Area[];
}

/**
 * The ballots that « 13005 », « 5e », « cinquième », « V », « Marseille 5 », « secteur 3 » or the name of a place may mean, likeliest
 * first. A number that stands alone may be an arrondissement or a sector: both are given when both exist, the arrondissement first, since
 * it is what people know of their address. « 5e » and « Marseille 5 » are an arrondissement wherever there is one. Empty when nothing
 * matches.
 */
export function findBallots(races: readonly Race[], typed: string): BallotFound[] {
  const words = folded(typed);
  if (words === '') return [];
  const isSector = /\bsect/.test(words);
  const named = isSector ? [] : matching(races, (area) => folded(area.name).includes(words));
  const number = /\d+/.exec(words)?.[0] ?? (named.length > 0 ? null : spelledNumber(words));
  if (number === null) return named;
  const bySector = races.filter((race) => String(race.sectorNumber) === number).map((race) => ({ race, areas: [] }));
  if (isSector) return bySector;
  const byArea = matching(races, (area) => area.postCode === number || area.code === number || ordinalOf(area) === number);
  return byArea.length === 0 || standsAlone(words) ? [...byArea, ...bySector] : byArea;
}

/** `5` or `iii`: a number, and nothing that says of what. */
function standsAlone(words: string): boolean {
  return /^(?:\d+|[ivx]+)$/.test(words);
}

function matching(races: readonly Race[], matches: (area: Area) => boolean): BallotFound[] {
  return races.map((race) => ({ race, areas: race.areas.filter(matches) })).filter(({ areas }) => areas.length > 0);
}

/** `5` for « 5e arrondissement ». */
function ordinalOf({ name }: Area): string | null {
  return /^(\d+)\s*(?:er|e|ème)?\b/i.exec(name)?.[1] ?? null;
}

/** Without accents, case or punctuation, so that « le Pré-Vert » finds « Pré vert »; « 13 005 » is 13005. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(/(?<=\d) (?=\d{3}\b)/g, '')
    .trim();
}
