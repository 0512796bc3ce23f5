import { posix } from 'node:path';

/** What only a living server can answer: signing in, writing, asking at an instant. */
const dynamic = /^(?:\/en)?\/(?:bureau|repondre|droit-de-reponse|alertes|oembed)(?:\/|$)|\/(?:timegate|timemap|au)(?:\/|$)/;

/** The choices in an address that have a file of their own. */
const keptQuery = /^\?(?:ordre=(?=[a-z]+$)|liste=(?=toutes$))([a-z]+)$/;

/** Whether an address of ours can be a plain file. */
export function isStatic(path: string): boolean {
  return !dynamic.test(path);
}

/** The address under which something is kept: without what was typed, with what was chosen. */
export function nameOf(url: URL): string {
  return url.pathname.replace(/(?<=.)\/$/, '') + (keptQuery.test(url.search) ? url.search : '');
}

/** Where an address is written: a page is the `index.html` of its own folder, so that its address needs no ending. */
export function fileOf(address: string): string {
  const [path = '', query = ''] = address.split('?');
  const bare = decodeURIComponent(path).replace(/^\/+/, '');
  if (/\.[a-z0-9]{2,5}$/.test(bare)) return bare;
  if (bare.startsWith('api/v1')) return posix.join(bare, 'index.json');
  const choice = keptQuery.exec(query && `?${query}`)?.[1];
  return posix.join(bare, choice ? `index.${choice}.html` : 'index.html');
}

/** From one file to another, as a link. */
export function relativeLink(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to).split('/').map(encodeURIComponent).join('/') || posix.basename(to);
}
