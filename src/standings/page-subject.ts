import type { PublicState } from './fold.ts';

/** What a page of a campaign is about, by its path below the campaign; `{}` is the whole campaign. */
export interface PageSubject {
  movement?: string;
  demand?: string;
  list?: string;
  /** The number of a sector, as the address has it. */
  sector?: string;
}

const shapes: [RegExp, (first: string, second: string) => PageSubject][] = [
  [/^$/, () => ({})],
  [/^\/mouvements\/([^/]+)$/, (movement) => ({ movement })],
  [/^\/mouvements\/([^/]+)\/([^/]+)$/, (movement, demand) => ({ movement, demand })],
  [/^\/listes\/([^/]+)$/, (list) => ({ list })],
  [/^\/demandes\/([^/]+)$/, (demand) => ({ demand })],
  [/^\/secteurs\/([^/]+)$/, (sector) => ({ sector })],
];

/** The pages that are about something, as a router names them: each can be cited and followed. */
export const citedPages = [
  '',
  '/mouvements/:movement',
  '/mouvements/:movement/:demand',
  '/listes/:key',
  '/demandes/:slug',
  '/secteurs/:number',
] as const;

/** The path of one page, from the pattern by which a router names its kind. */
export function pathOfPage(pattern: string, params: Readonly<Record<string, string | undefined>>): string {
  return pattern.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

/** Null for a page that is about nothing in particular: the letter, a text, a tool. */
export function subjectOf(path: string): PageSubject | null {
  for (const [shape, read] of shapes) {
    const found = shape.exec(path);
    if (found) return read(decoded(found[1] ?? ''), decoded(found[2] ?? ''));
  }
  return null;
}

/** The one spelling of the path of a page. */
export function pathOfSubject({ movement, demand, list, sector }: PageSubject): string {
  const path = (...parts: (string | undefined)[]) =>
    parts.flatMap((part) => (part === undefined ? [] : [`/${encodeURIComponent(part)}`]));
  if (list !== undefined) return path('listes', list).join('');
  if (sector !== undefined) return path('secteurs', sector).join('');
  if (movement !== undefined) return path('mouvements', movement, demand).join('');
  return demand === undefined ? '' : path('demandes', demand).join('');
}

/** Whether a campaign has what the page is about, in this state. */
export function isPublished(state: PublicState, { movement, demand, list, sector }: PageSubject): boolean {
  return (
    (movement === undefined || hasCurrent(state, 'movement', movement)) &&
    (demand === undefined || hasCurrent(state, 'demand', demand)) &&
    (list === undefined || hasCurrent(state, 'list', list)) &&
    (sector === undefined || state.current('race').some(({ sectorNumber }) => String(sectorNumber ?? '') === sector))
  );
}

function hasCurrent(state: PublicState, kind: 'movement' | 'demand' | 'list', subject: string): boolean {
  return (state.of(kind).get(subject)?.current ?? null) !== null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
