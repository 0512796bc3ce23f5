import type { Edition } from '../ledger/payloads.ts';
import type { View } from './view.ts';

/** A page through time, as RFC 7089 (Memento) names its parts; every address is absolute. */
export interface Timeline {
  /** The page as it is today. */
  original: string;
  /** Answers as of the instant that the header Accept-Datetime names. */
  timeGate: string;
  /** Lists every edition of the page. */
  timeMap: string;
  memento(number: number): string;
}

type Place = Pick<View, 'links' | 'site'>;

export function timelineOf({ links, site: { origin } }: Place, path: string): Timeline {
  return {
    original: origin + links.today(path),
    timeGate: origin + links.today(`/timegate${path}`),
    timeMap: origin + links.today(`/timemap${path}`),
    memento: (number) => origin + links.permanent(number, path),
  };
}

/** What a page says of itself in time: a living one where its past is, one held at an edition also when it was so. */
export function mementoHeaders({ state, heldAt, path, ...place }: View): { link: string; 'memento-datetime'?: string } {
  const timeline = timelineOf(place, path);
  const links = [
    `<${timeline.timeGate}>; rel="timegate"`,
    `<${timeline.timeMap}>; rel="timemap"; type="${linkFormat}"`,
    mementoLink(timeline, state.edition, 'memento'),
  ];
  if (heldAt === null) return { link: links.join(', ') };
  const original = `<${timeline.original}>; rel="original"`;
  return { 'memento-datetime': httpDate(state.edition.publishedAt), link: [original, ...links].join(', ') };
}

export const linkFormat = 'application/link-format';

/** Every edition of a page, as application/link-format (RFC 6690) asks. */
export function timeMap(place: Place, path: string, editions: readonly Edition[]): string {
  const timeline = timelineOf(place, path);
  const first = editions[0];
  const last = editions.at(-1);
  const span = first && last ? `; from="${httpDate(first.publishedAt)}"; until="${httpDate(last.publishedAt)}"` : '';
  const rel = (edition: Edition) =>
    [...(edition === first ? ['first'] : []), ...(edition === last ? ['last'] : []), 'memento'].join(' ');
  return [
    `<${timeline.original}>; rel="original"`,
    `<${timeline.timeMap}>; rel="self"; type="${linkFormat}"${span}`,
    `<${timeline.timeGate}>; rel="timegate"`,
    ...editions.map((edition) => mementoLink(timeline, edition, rel(edition))),
  ].join(',\n');
}

export function mementoLink(timeline: Timeline, { number, publishedAt }: Edition, rel: string): string {
  return `<${timeline.memento(number)}>; rel="${rel}"; datetime="${httpDate(publishedAt)}"`;
}

export function httpDate(instant: string): string {
  return new Date(instant).toUTCString();
}
