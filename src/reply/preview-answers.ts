import { positionSubject } from '../ledger/subjects.ts';
import type { Language } from '../lib/language.ts';
import type { AnsweringPlace } from '../outreach/answering.service.ts';
import { type AnswerItem, draftOf, referenceToCome } from '../outreach/link-answer.ts';
import { positionEntries } from '../positions/publication.ts';
import type { Standings } from '../standings/standings.service.ts';
import type { Preview, PreviewedCell } from '../web/preview.ts';

interface Drawn {
  place: AnsweringPlace;
  items: readonly AnswerItem[];
  speaker: string;
  /** The ISO day and the UTC instant as of which it is drawn. */
  today: string;
  at: string;
  language: Language;
}

/** Each answer as the public pages would show it if it were published now, by demand; empty while nothing of the campaign is public. */
export async function previewAnswers(
  standings: Standings,
  preview: Preview,
  { place, items, speaker, today, at, language }: Drawn,
): Promise<ReadonlyMap<number, PreviewedCell>> {
  const current = standings.find(place.slug);
  const contact = current?.of('contact').get(place.movement.slug)?.current ?? null;
  const who = { movementId: place.movement.id, listId: place.list?.id ?? null, name: place.movement.name };
  const drafted = items.flatMap((item) => {
    const demand = place.demands.find(({ id }) => id === item.demandId);
    if (!demand) return [];
    const cell = { movement: place.movement.slug, list: place.list?.key ?? null, demand: demand.slug };
    const draft = draftOf(item, who, { speaker, reference: referenceToCome, receivedOn: today, items });
    const replaced = current?.of('position').get(positionSubject(cell))?.versions.at(-1) ?? null;
    return [{ id: item.demandId, cell, entries: positionEntries(draft, cell, replaced, contact) }];
  });
  const state = standings.preview(
    place.slug,
    drafted.flatMap(({ entries }) => entries),
    at,
  );
  if (!state) return new Map();
  const drawn = drafted.map(
    async ({ id, cell }) => [id, await preview(state, cell, { id: `reponse-${cell.demand}`, language })] as const,
  );
  return new Map(await Promise.all(drawn));
}
