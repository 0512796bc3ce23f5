import { z } from 'zod';
import { newToken } from '../../accounts/tokens.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { Positions } from '../../positions/positions.service.ts';
import { undoable } from '../../positions/review.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import { links, type PositionStep } from '../links.ts';

/** One form, beside the news of what was just done, that takes it back. */
export interface Undo {
  action: string;
  key: string;
  version: number;
}

const asked = z.object({ annuler: z.coerce.number().int().positive() });

/** What the address says was just done (`annuler=12`), if it is this person's and can still be taken back. */
export function undoFor(positions: Positions, { person, query }: PersonsVisit): Undo | null {
  const read = asked.safeParse(query);
  const position = read.success ? positions.findWritable(person, read.data.annuler)?.thing : null;
  const step = position ? stepBack(position, person.id) : null;
  return position && step ? { action: links.step(position.id, step), key: newToken(), version: position.version } : null;
}

function stepBack(position: DeskPosition, person: number): PositionStep | null {
  if (position.erasedAt !== null) return null;
  if (position.discardedAt !== null) return 'restauration';
  if (position.state === 'submitted' && position.authors.includes(person)) return 'reprise';
  return undoable(position, person) ? 'annulation' : null;
}
