import type { Payload } from '../ledger/payloads.ts';

type Race = Payload<'race'>;
type Area = Race['areas'][number];

/** Where someone votes, as far as what they typed tells. `areas` are those that made the match; a sector's own number makes none. */
export interface BallotFound {
  race: Race;
  areas: Area[];
}

/**
 * The ballots that « 13005 », « 5e », « 5 », « Paris 5e arrondissement », « secteur 3 » or the name of a place may mean, likeliest
 * first. A bare number is an arrondissement before it is a sector, since that is what people know of their address; both are
 * given when both exist. Empty when nothing matches.
 */
export function findBallots(races: readonly Race[], typed: string): BallotFound[] {
  const words = folded(typed);
  if (words === '') return [];
  const number = /\d+/.exec(words)?.[0];
  const bySector = number
    ? races.filter((race) => String(race.sectorNumber) === number).map((race) => ({ race, areas: [] }))
    : [];
  if (/\bsect/.test(words)) return bySector;
  const byArea = number
    ? matching(races, (area) => area.postCode === number || area.code === number || ordinalOf(area) === number)
    : matching(races, (area) => folded(area.name).includes(words));
  return number && number.length < 3 ? [...byArea, ...bySector] : byArea;
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
