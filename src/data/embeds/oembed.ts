import { escapeHtml } from '../../lib/html.ts';
import type { Place } from '../place/place.ts';
import { embedWords } from '../words/embed.ts';
import type { EmbedPage } from './embed.presenter.ts';
import { snippetOf, usualHeight } from './snippet.ts';

/** https://oembed.com, a rich answer. */
export interface OembedAnswer {
  type: 'rich';
  version: '1.0';
  title: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  width: number;
  height: number;
  html: string;
}

/** How wide and high the frame may be, in pixels; undefined where who asks does not mind. */
export interface Room {
  width: number | undefined;
  height: number | undefined;
}

const usualWidth = 800;

/** What programs are given to show a page in theirs: its frame, no larger than the room they have (oEmbed, 2.3.4.4). */
export function oembedOf({ page, place }: { page: EmbedPage; place: Place }, origin: string, room: Room): OembedAnswer {
  const width = room.width ?? usualWidth;
  const height = Math.min(usualHeight(place), room.height ?? Number.POSITIVE_INFINITY);
  const title = embedWords[place.language].frame(page.name);
  return {
    type: 'rich',
    version: '1.0',
    title,
    provider_name: 'Parole tenue',
    provider_url: origin,
    cache_age: 3600,
    width,
    height,
    html: snippetOf(place, title, origin, { width: String(width), height }),
  };
}

/** The same as XML: one element for each, without the characters that XML 1.0 does not know. */
export function oembedXml(answer: OembedAnswer): string {
  const known = (value: string | number) =>
    escapeHtml(
      String(value)
        .toWellFormed()
        .replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, ' '),
    );
  const elements = Object.entries(answer).map(([name, value]) => `<${name}>${known(value)}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`;
}
