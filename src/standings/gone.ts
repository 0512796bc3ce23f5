import type { EntryKind } from '../ledger/payloads.ts';
import type { PublicState, Standing } from './fold.ts';
import type { PageSubject } from './page-subject.ts';

const parts = ['movement', 'list', 'demand', 'race'] as const satisfies readonly EntryKind[];
export type GonePart = (typeof parts)[number];

/** What a page was about, which was public once and is no more. */
export interface Gone {
  part: GonePart;
  /** As it was last called; empty when the law had its words redacted. */
  name: string;
  gap: NonNullable<Standing['gap']>;
}

/** Null when all of it is public, and when any of it never was. */
export function goneFrom(state: PublicState, about: PageSubject): Gone | null {
  const found = parts.flatMap((part) => {
    const standing = standingOf(state, part, about);
    return standing === 'not asked' ? [] : [{ part, standing }];
  });
  if (found.some(({ standing }) => standing === null)) return null;
  for (const { part, standing } of found) {
    if (standing?.gap && standing.current === null) return { part, name: lastName(standing), gap: standing.gap };
  }
  return null;
}

function standingOf(state: PublicState, part: GonePart, about: PageSubject): Standing | null | 'not asked' {
  const subject = { movement: about.movement, list: about.list, demand: about.demand, race: about.sector }[part];
  if (subject === undefined) return 'not asked';
  if (part !== 'race') return state.of(part).get(subject) ?? null;
  const wasThatSector = (race: Standing<'race'>) =>
    race.versions.some(({ payload }) => String(payload?.sectorNumber ?? '') === subject);
  return [...state.of('race').values()].find(wasThatSector) ?? null;
}

function lastName({ versions }: Standing): string {
  const payload = versions.findLast((version) => version.payload !== null)?.payload;
  if (!payload) return '';
  if ('label' in payload) return payload.label;
  if ('shortTitle' in payload) return payload.title;
  return 'name' in payload ? payload.name : '';
}
