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

/** What programs are given to show a page in theirs: its frame. */
export function oembedOf({ page, place }: { page: EmbedPage; place: Place }, origin: string, width: number): OembedAnswer {
  const title = embedWords[place.language].frame(page.name);
  return {
    type: 'rich',
    version: '1.0',
    title,
    provider_name: 'Parole tenue',
    provider_url: origin,
    cache_age: 3600,
    width,
    height: usualHeight(place),
    html: snippetOf(place, title, origin, width),
  };
}

/** The same as XML: one element for each. */
export function oembedXml(answer: OembedAnswer): string {
  const elements = Object.entries(answer).map(([name, value]) => `<${name}>${escapeHtml(String(value))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`;
}
