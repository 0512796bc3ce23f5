import { z } from 'zod';
import type { Opening } from '../campaigns/opening.service.ts';
import { isFreeSlug } from '../campaigns/reserved-slugs.ts';
import type { Election } from '../elections/elections.types.ts';
import { ballotKinds, ballotsOf } from '../elections/sectors.ts';
import { frenchTimeZones, timeZoneOf } from '../elections/time-zone.ts';
import { readPartialDate } from '../lib/partial-date.ts';
import { slugify } from '../lib/slug.ts';
import { typedLine } from './form-page.ts';

/** What the form sends for an election that is not in the list. */
export const otherElection = 'autre';

const typedOpening = z.object({
  commune: typedLine,
  titre: typedLine,
  adresse: typedLine,
  election: typedLine,
  'election-nom': typedLine,
  'premier-tour': typedLine,
  'second-tour': typedLine,
  scrutins: z.enum(['loi', ...ballotKinds]).catch('loi'),
  fuseau: typedLine,
  copie: typedLine,
});
export type TypedOpening = z.infer<typeof typedOpening>;

export function readOpening(body: unknown): TypedOpening {
  return typedOpening.parse(body ?? {});
}

/** The form as it is first shown for a commune. */
export function emptyOpening(commune: string, copie: string, newest: Election | undefined): TypedOpening {
  return { ...readOpening({}), commune, copie, election: newest?.id ?? otherElection, fuseau: timeZoneOf(commune) };
}

export type ReadOpening = { opening: Omit<Opening, 'copied'> } | { problems: Map<string, string> };

interface Known {
  town: string;
  elections: readonly Election[];
  isTaken(slug: string): boolean;
}

/** What was typed, as a campaign that can be opened; or what is wrong with it, by field. */
export function checkOpening(typed: TypedOpening, known: Known): ReadOpening {
  const problems = new Map<string, string>();
  if (typed.titre === '') problems.set('titre', 'Donnez un titre à la campagne : c’est ce que les lecteurs verront d’abord.');
  const election = electionOf(typed, known.elections, problems);
  const year = election?.firstRoundOn.slice(0, 4) ?? '';
  const slug = typed.adresse === '' ? proposedSlug(`${slugify(known.town).slice(0, 50)}-${year}`, known) : typed.adresse;
  if (!isFreeSlug(slug))
    problems.set('adresse', 'Une adresse s’écrit en petites lettres sans accent, chiffres et tirets : lille-2026.');
  else if (known.isTaken(slug)) problems.set('adresse', 'Une campagne porte déjà cette adresse : choisissez-en une autre.');
  if (!frenchTimeZones.includes(typed.fuseau)) problems.set('fuseau', 'Choisissez le fuseau horaire de la commune.');
  if (problems.size > 0 || !election) return { problems };
  const ballots = typed.scrutins === 'loi' ? ballotsOf(typed.commune, election.firstRoundOn) : typed.scrutins;
  return { opening: { communeCode: typed.commune, title: typed.titre, slug, timeZone: typed.fuseau, election, ballots } };
}

/** `lille-2026`, or `lille-2026-2` when there is one already. */
function proposedSlug(base: string, { isTaken }: Known): string {
  let slug = base;
  for (let number = 2; isTaken(slug) && number < 100; number += 1) slug = `${base}-${number}`;
  return slug;
}

function electionOf(typed: TypedOpening, known: readonly Election[], problems: Map<string, string>): Opening['election'] | null {
  if (typed.election !== otherElection) {
    const found = known.find(({ id }) => id === typed.election);
    if (!found) problems.set('election', 'Choisissez l’élection, ou écrivez-la.');
    return found ?? null;
  }
  const name = typed['election-nom'];
  const firstRoundOn = dayOf(typed['premier-tour']);
  const secondRoundOn = typed['second-tour'] === '' ? null : dayOf(typed['second-tour']);
  if (name === '') problems.set('election-nom', 'Donnez le nom de l’élection.');
  if (!firstRoundOn) problems.set('premier-tour', 'Donnez le jour du premier tour, par exemple 15/03/2026.');
  if (typed['second-tour'] !== '' && !secondRoundOn) problems.set('second-tour', 'Cette date n’existe pas. Écrivez 22/03/2026.');
  else if (firstRoundOn && secondRoundOn && secondRoundOn <= firstRoundOn)
    problems.set('second-tour', 'Le second tour vient après le premier.');
  return firstRoundOn ? { name, firstRoundOn, secondRoundOn } : null;
}

/** A whole calendar day, or null. */
export function dayOf(text: string): string | null {
  const read = readPartialDate(text);
  return read?.length === 10 ? read : null;
}
