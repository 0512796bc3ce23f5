import type { Payload } from '../../ledger/payloads.ts';
import type { Change } from '../difference.ts';
import type { PublicState } from '../fold.ts';
import { isPublished, type PageSubject, subjectOf } from '../page-subject.ts';

/** What one change is about: as much as can be known of it, also once its content is gone. */
export interface ChangePlace extends PageSubject {
  /** The path below the campaign of the page where it can be read; empty for the board. */
  path: string;
}

/** Where a change belongs. A page that is no more gives way to the board. */
export function placeOf(state: PublicState, change: Change): ChangePlace {
  const about = aboutOf(state, change);
  const path = pathOf(change, about);
  const subject = subjectOf(path);
  return { ...about, path: subject === null || isPublished(state, subject) ? path : '' };
}

/** The changes that a page would tell of: its own subject, and what is said about it. */
export function changesAbout(state: PublicState, changes: readonly Change[], page: PageSubject): Change[] {
  return changes.filter((change) => concerns(state, page, aboutOf(state, change)) || isOfCell(page, change));
}

function concerns(state: PublicState, page: PageSubject, about: PageSubject): boolean {
  if (page.list !== undefined) return concernsList(state, page.list, about);
  if (page.sector !== undefined) return about.sector === page.sector;
  const movement = page.movement === undefined || about.movement === page.movement;
  return movement && (page.demand === undefined || about.demand === page.demand);
}

/** A cell is gone with its movement or its demand, and shows the rule of the one under the name of the other. */
function isOfCell({ movement, demand }: PageSubject, { kind, subject, what }: Change): boolean {
  if (movement === undefined || demand === undefined || what === 'added') return false;
  return (kind === 'movement' && subject === movement) || (kind === 'demand' && subject === demand);
}

/** A list shows its own positions, and those of its movement that it does not contradict. */
function concernsList(state: PublicState, key: string, about: PageSubject): boolean {
  const movement = state.of('list').get(key)?.current?.movement;
  return about.list === key || (about.list === undefined && movement !== undefined && about.movement === movement);
}

function aboutOf(state: PublicState, { kind, subject, before, after }: Change): PageSubject {
  if (kind === 'position') return cellOf(state, subject);
  if (kind === 'demand') return { demand: subject };
  if (kind === 'movement' || kind === 'contact') return { movement: subject };
  if (kind === 'race') return sectorOf(state, subject);
  if (kind === 'list') return listOf(state, subject);
  if (kind === 'lineage') return listOf(state, subject.split('<')[0] ?? '');
  const payload = after ?? before;
  if (payload && 'position' in payload) return replyPlace(state, payload);
  if (payload && 'verdict' in payload) return { movement: payload.movement, demand: payload.demand };
  return {};
}

/** `movement/demand`, or `movement/list/demand`. */
function cellOf(state: PublicState, subject: string): PageSubject {
  const [movement = '', second = '', third] = subject.split('/');
  return third === undefined ? { movement, demand: second } : { ...listOf(state, second), movement, demand: third };
}

/** A reply names what it answers: a follow-up by its subject, a position by its subject or by the address of one of its versions. */
function replyPlace(state: PublicState, { position, assessment, movement }: Payload<'reply'>): PageSubject {
  if (assessment !== undefined) return { movement, demand: assessment.split('/')[1] ?? '' };
  if (position === null) return { movement };
  if (position.includes('/')) return cellOf(state, position);
  const found = [...state.of('position').values()].find(({ versions }) => versions.some(({ address }) => address === position));
  return found ? cellOf(state, found.subject) : { movement };
}

function listOf(state: PublicState, key: string): PageSubject {
  const list = state
    .of('list')
    .get(key)
    ?.versions.findLast(({ payload }) => payload !== null)?.payload;
  return list ? { list: key, movement: list.movement, ...sectorOf(state, list.race) } : { list: key };
}

function sectorOf(state: PublicState, race: string): PageSubject {
  const number = state.of('race').get(race)?.current?.sectorNumber ?? null;
  return number === null ? {} : { sector: String(number) };
}

function pathOf({ kind, subject }: Change, { movement, demand, list, sector }: PageSubject): string {
  const path = (...parts: string[]) => parts.map((part) => `/${encodeURIComponent(part)}`).join('');
  if (kind === 'letter' || kind === 'signatory') return '/lettre';
  if (kind === 'list' || kind === 'lineage') return path('listes', list ?? '');
  if (kind === 'demand') return path('demandes', subject);
  if (movement !== undefined && demand !== undefined) return path('mouvements', movement, demand);
  if (movement !== undefined) return path('mouvements', movement);
  return sector === undefined ? '' : path('secteurs', sector);
}
