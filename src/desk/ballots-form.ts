import { z } from 'zod';
import type { Race } from '../elections/elections.repository.ts';
import { typedLine } from './form-page.ts';

const typedList = z.object({
  scrutin: typedLine,
  tour: typedLine,
  panneau: typedLine,
  liste: typedLine,
  nuance: typedLine,
  'tete-prenom': typedLine,
  'tete-nom': typedLine,
});
export type TypedList = z.infer<typeof typedList>;

export function readList(body: unknown): TypedList {
  return typedList.parse(body ?? {});
}

/** A list that someone types, ready to be kept. */
export interface NewBallotList {
  raceId: number;
  round: number;
  panel: number;
  label: string;
  nuance: string | null;
  headFirstName: string | null;
  headLastName: string | null;
}

export function checkList(typed: TypedList, races: readonly Race[]): { list: NewBallotList } | { problems: Map<string, string> } {
  const problems = new Map<string, string>();
  const race = races.length === 1 ? races[0] : races.find(({ code }) => code === typed.scrutin);
  const panel = /^\d{1,3}$/.test(typed.panneau) ? Number(typed.panneau) : 0;
  if (!race) problems.set('scrutin', 'Choisissez le scrutin où se présente cette liste.');
  if (panel === 0) problems.set('panneau', 'Le numéro de panneau est un nombre, de 1 à 999.');
  if (typed.liste === '') problems.set('liste', 'Écrivez le nom de la liste, comme elle l’a déposé.');
  if (problems.size > 0 || !race) return { problems };
  return {
    list: {
      raceId: race.id,
      round: typed.tour === '2' ? 2 : 1,
      panel,
      label: typed.liste,
      nuance: typed.nuance.toUpperCase() || null,
      headFirstName: typed['tete-prenom'] || null,
      headLastName: typed['tete-nom'] || null,
    },
  };
}
