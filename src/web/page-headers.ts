import { oembedOf } from './campaign-frame.ts';
import { dataLinks } from './data-pages.ts';
import { mementoHeaders } from './memento.ts';
import type { Drawn, Moved } from './page-cache.ts';
import type { View } from './view.ts';

/** The page with what it says of itself in time. */
export function inTime(view: View, drawn: string | Moved | null): Drawn | Moved | null {
  if (typeof drawn !== 'string') return drawn;
  const { link, ...headers } = mementoHeaders(view);
  return { body: drawn, headers: { ...headers, link: [link, ...fileLinks(view), ...oembedLinks(view)].join(', ') } };
}

/** The data of the page as files. */
function fileLinks({ links, path }: View): string[] {
  return dataLinks(links.page(path)).map(({ href, type }) => `<${href}>; rel="alternate"; type="${type}"`);
}

/** Where programs ask for a frame of the page, in both forms. */
function oembedLinks(view: View): string[] {
  const href = oembedOf(view);
  if (href === '') return [];
  return ['json', 'xml'].map((format) => {
    const type = format === 'json' ? 'application/json+oembed' : 'text/xml+oembed';
    return `<${href}&format=${format}>; rel="alternate"; type="${type}"`;
  });
}
