import { z } from 'zod';
import type { ListWords } from '../campaigns/ballots.service.ts';
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
export interface NewBallotList extends ListWords {
  raceId: number;
  round: number;
  panel: number;
}

/** The words of a kept list, as the form asks for them. */
export function typedFromWords({ label, nuance, headFirstName, headLastName }: ListWords): TypedList {
  return readList({ liste: label, nuance: nuance ?? '', 'tete-prenom': headFirstName ?? '', 'tete-nom': headLastName ?? '' });
}

export function checkWords(typed: TypedList): { words: ListWords } | { problems: Map<string, string> } {
  if (typed.liste === '') return { problems: new Map([['liste', 'Écrivez le nom de la liste, comme elle l’a déposé.']]) };
  const words = {
    label: typed.liste,
    nuance: typed.nuance.toUpperCase() || null,
    headFirstName: typed['tete-prenom'] || null,
    headLastName: typed['tete-nom'] || null,
  };
  return { words };
}

export function checkList(typed: TypedList, races: readonly Race[]): { list: NewBallotList } | { problems: Map<string, string> } {
  const checked = checkWords(typed);
  const problems = new Map<string, string>();
  const race = races.length === 1 ? races[0] : races.find(({ code }) => code === typed.scrutin);
  const panel = /^\d{1,3}$/.test(typed.panneau) ? Number(typed.panneau) : 0;
  if (!race) problems.set('scrutin', 'Choisissez le scrutin où se présente cette liste.');
  if (panel === 0) problems.set('panneau', 'Le numéro de panneau est un nombre, de 1 à 999.');
  if ('problems' in checked) for (const [id, problem] of checked.problems) problems.set(id, problem);
  if (problems.size > 0 || !race || 'problems' in checked) return { problems };
  return { list: { ...checked.words, raceId: race.id, round: typed.tour === '2' ? 2 : 1, panel } };
}
