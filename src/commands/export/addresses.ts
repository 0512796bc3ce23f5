import { posix } from 'node:path';

/** What only a living server can answer: signing in, writing, asking at an instant. */
const dynamic = /^(?:\/en)?\/(?:bureau|repondre|droit-de-reponse|alertes|oembed)(?:\/|$)|\/(?:timegate|timemap|au)(?:\/|$)/;

/** The choices in an address that have a file of their own: everyone compared, an order, what changed between two editions. */
const keptChoices: [name: string, value: RegExp][] = [
  ['ordre', /^[a-z]+$/],
  ['liste', /^toutes$/],
  ['du', /^\d+$/],
  ['au', /^\d+$/],
];
const changes = /\/changements(?:\.(?:csv|json))?$/;

/** Whether an address of ours can be a plain file. */
export function isStatic(path: string): boolean {
  return !dynamic.test(path);
}

/** Whether what an address chose would be lost in a plain file: a frame made to measure. Of the changes a copy has at least as many. */
export function losesChoice(url: URL): boolean {
  return /\/integrer$/.test(url.pathname) && url.search !== '';
}

/** The address under which something is kept: without what was typed, with what was chosen. */
export function nameOf(url: URL): string {
  const kept = keptChoices.flatMap(([name, value]) => {
    const chosen = url.searchParams.get(name) ?? '';
    return value.test(chosen) && /^[da]u$/.test(name) === changes.test(url.pathname) ? [`${name}=${chosen}`] : [];
  });
  return url.pathname.replace(/(?<=.)\/$/, '') + (kept.length > 0 ? `?${kept.join('&')}` : '');
}

/** Where an address is written: a page is the `index.html` of its own folder, so that its address needs no ending. */
export function fileOf(address: string): string {
  const [path = '', query = ''] = address.split('?');
  const bare = decodeURIComponent(path).replace(/^\/+/, '');
  const choice = query.replaceAll('=', '-').replaceAll('&', '.');
  const [ending = ''] = /\.[a-z0-9]{2,5}$/.exec(bare) ?? [];
  if (ending) return choice ? `${bare.slice(0, -ending.length)}.${choice}${ending}` : bare;
  // A document that others wrote is never a page of ours: without an ending hosts give it to be kept, not shown.
  if (bare.startsWith('pieces/')) return bare;
  if (bare.startsWith('api/v1')) return posix.join(bare, 'index.json');
  return posix.join(bare, choice ? `index.${choice}.html` : 'index.html');
}

/** From one file to another, as a link. */
export function relativeLink(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to).split('/').map(encodeURIComponent).join('/') || posix.basename(to);
}

/** The first part of an address that may name a campaign: what stands around campaigns is left out, and the ending of a file. */
export function campaignNamed(address: string): string {
  const [, name = ''] = /^(?:\/(?:integrer|images))?(?:\/en)?\/([^/?.]+)/.exec(address) ?? [];
  return /^\/sitemap-(.+)\.xml$/.exec(address)?.[1] ?? name;
}

/** The edition that an address is held at; null when it is of today. */
export function editionNamed(address: string): string | null {
  return /\/editions\/(\d+)(?=[/?.]|$)/.exec(address)?.[1] ?? null;
}
