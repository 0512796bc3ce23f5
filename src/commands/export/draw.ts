import { z } from 'zod';
import type { buildApp } from '../../app.ts';
import { cacheControl } from '../../web/freshness.ts';
import { editionNamed, fileOf, isStatic, nameOf, relativeLink } from './addresses.ts';
import { type Place, type Rewritten, rewritePage, rewriteStyle } from './rewrite.ts';

/** What an address answers, ready to be written. */
export interface Drawn {
  bytes: Buffer;
  /** The addresses of ours that it leads to. */
  links: readonly string[];
  /** The edition that it is held at, when it never changes. */
  heldAt: string | null;
}

export type Draw = (address: string) => Promise<Drawn | null>;

const campaignsApi = '/api/v1/campaigns';
const campaignList = z.looseObject({ campaigns: z.array(z.unknown()), next: z.string().nullable() });

/** Reads the site as a visitor would. Null when there is nothing at an address. */
export function drawFrom(app: Awaited<ReturnType<typeof buildApp>>, place: Omit<Place, 'address'>): Draw {
  return async function draw(address): Promise<Drawn | null> {
    const response = await app.inject({ url: address, headers: { 'accept-encoding': 'identity' } });
    const { statusCode, headers } = response;
    const type = String(headers['content-type']);
    if (statusCode === 301 || statusCode === 302) return movedTo(String(headers.location), address);
    // What was withdrawn has a page that says when and why: a plain file can say it too.
    if (statusCode !== 200 && !(statusCode === 410 && type.startsWith('text/html'))) return null;
    if (address === campaignsApi) return { bytes: await everyCampaign(), links: [], heldAt: null };
    const { text, links } = rewritten(type, response.payload, { ...place, address });
    const isHeld = headers['cache-control'] === cacheControl.held;
    return {
      bytes: text === null ? response.rawPayload : Buffer.from(text),
      links: [...new Set(links)],
      heldAt: isHeld ? editionNamed(address) : null,
    };
  };

  /** Page after page in one file: a host of plain files gives the first one again, whatever the cursor. */
  async function everyCampaign(): Promise<Buffer> {
    const pages = [await campaignPage(`${campaignsApi}?limit=1000`)];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
      const { pathname, search } = new URL(next);
      pages.push(await campaignPage(pathname + search));
    }
    return Buffer.from(JSON.stringify({ ...pages[0], campaigns: pages.flatMap(({ campaigns }) => campaigns), next: null }));
  }

  async function campaignPage(address: string): Promise<z.infer<typeof campaignList>> {
    const { payload } = await app.inject(address);
    return campaignList.parse(JSON.parse(payload));
  }

  /** A file cannot answer that it moved: a page sends its reader on, and any other file holds what is where it moved. */
  async function movedTo(location: string, address: string): Promise<Drawn | null> {
    const url = URL.parse(location, place.origin + address);
    if (!url || url.origin !== new URL(place.origin).origin || !isStatic(url.pathname)) return null;
    const to = nameOf(url);
    if (to === address) return null;
    if (!fileOf(address).endsWith('.html')) return drawFrom(app, place)(to);
    const link = relativeLink(fileOf(address), fileOf(to));
    const html = `<!doctype html>
<html lang="${address.startsWith('/en/') ? 'en' : 'fr'}">
<head>
<meta charset="utf-8">
<title>Parole tenue</title>
<meta name="robots" content="noindex, follow">
<meta http-equiv="refresh" content="0; url=${link}">
</head>
<body><main><h1>Parole tenue</h1><p><a href="${link}">${address.startsWith('/en/') ? 'This page has moved.' : 'Cette page a changé d’adresse.'}</a></p></main></body>
</html>
`;
    return { bytes: Buffer.from(html), links: [to], heldAt: null };
  }
}

function rewritten(type: string, body: string, place: Place): Rewritten | { text: null; links: [] } {
  if (type.startsWith('text/html')) return rewritePage(body, place);
  return type.startsWith('text/css') ? rewriteStyle(body, place.address) : { text: null, links: [] };
}
