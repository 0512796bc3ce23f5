import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** One file of the interface, ready to be sent. */
export interface Asset {
  type: string;
  version: string;
  plain: Buffer;
  /** Absent for what is compressed already (fonts, pictures). */
  brotli: Buffer | null;
  gzip: Buffer | null;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

const resolve = createRequire(import.meta.url).resolve;
const font = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';

/** Name under /assets/ → file on disk: everything in public/, and what the packages bring. */
const files = new Map<string, string>([
  ...publicFiles(fileURLToPath(new URL('../../public/', import.meta.url))),
  ['htmx.js', resolve('htmx.org/dist/htmx.min.js')],
  ['webauthn.js', join(resolve('@simplewebauthn/browser'), '../../dist/bundle/index.umd.min.js')],
  ['font.woff2', resolve(font)],
]);

/** Read once at the start: a few small files, compressed here so that no request ever waits for it. */
export const assets: ReadonlyMap<string, Asset> = new Map([...files].map(([name, path]) => [name, load(path)]));

/** The address of an asset. It changes with the content, so browsers may keep it for a year. */
export function assetUrl(name: string): string {
  const asset = assets.get(name);
  if (!asset) throw new Error(`there is no asset "${name}"`);
  return `/assets/${name}?v=${asset.version}`;
}

function publicFiles(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && types[extname(entry.name)])
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length).split(sep).join('/'), path]);
}

function load(path: string): Asset {
  const plain = readFileSync(path);
  const version = createHash('sha256').update(plain).digest('hex').slice(0, 12);
  const squeezable = /\.(css|js|svg)$/.test(path);
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    version,
    plain,
    brotli: squeezable ? brotliCompressSync(plain) : null,
    gzip: squeezable ? gzipSync(plain) : null,
  };
}
