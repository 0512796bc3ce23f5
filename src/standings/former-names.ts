import type { PublicState } from './fold.ts';
import { isPublished, type PageSubject } from './page-subject.ts';

type Named = 'movement' | 'demand' | 'list';

/**
 * What a page is about today, when what it was about is published under another name: its entry corrects one of the old name, which was
 * withdrawn. Null when nothing was renamed, or when there is no such thing under the new name either.
 */
export function renamed(state: PublicState, about: PageSubject): PageSubject | null {
  const current: PageSubject = {
    ...about,
    ...(about.movement !== undefined && { movement: nameNow(state, 'movement', about.movement) }),
    ...(about.demand !== undefined && { demand: nameNow(state, 'demand', about.demand) }),
    ...(about.list !== undefined && { list: nameNow(state, 'list', about.list) }),
  };
  const moved = current.movement !== about.movement || current.demand !== about.demand || current.list !== about.list;
  return moved && isPublished(state, current) ? current : null;
}

/** Follows one name to the next, and stays where it is when two names point at each other. */
function nameNow(state: PublicState, kind: Named, name: string): string {
  const passed = new Set<string>();
  let now = name;
  while (!passed.has(now) && (state.of(kind).get(now)?.current ?? null) === null) {
    passed.add(now);
    now = successor(state, kind, now) ?? now;
  }
  return now;
}

/** The other subject of the same kind that corrects one of its entries. */
function successor(state: PublicState, kind: Named, name: string): string | null {
  const addresses = new Set(
    state
      .of(kind)
      .get(name)
      ?.versions.map(({ address }) => address),
  );
  for (const [subject, { versions }] of state.of(kind)) {
    const corrects = versions.some((version) => version.corrects !== null && addresses.has(version.corrects));
    if (subject !== name && corrects) return subject;
  }
  return null;
}
