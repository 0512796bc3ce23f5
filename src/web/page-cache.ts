import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bestEncoding, type Encoding, matchesEtag } from './encoding.ts';
import { cacheControl, type Freshness } from './freshness.ts';

/** A page in one encoding, with its whole header ready to be written. */
interface Variant {
  etag: string;
  notModified: string[];
  /** Null until someone takes the page in this encoding. */
  whole: { header: string[]; body: Buffer } | null;
}

interface Page {
  version: string;
  type: string;
  plain: Buffer;
  variants: Record<Encoding, Variant>;
  bytes: number;
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Which page, as of what, and for how long others may keep it. `key` must have one spelling for each page. */
export interface Wanted {
  key: string;
  version: string;
  freshness: Freshness;
  /** False for what has as many forms as people can type: it is drawn for each, so that it never crowds the others out. */
  kept: boolean;
}

/** What was drawn: a page's HTML, or any other text with its type; `headers` go with it. */
export interface Drawn {
  body: string;
  type?: string;
  headers?: Readonly<Record<string, string>>;
}

/** The address of what was asked for is another one. Never kept. */
export interface Moved {
  location: string;
  permanently: boolean;
}

export type Draw = () => Promise<string | Drawn | Moved | null>;

export type PageCache = ReturnType<typeof createPageCache>;

/**
 * Public pages, rendered once per version (the edition they show). `key` names the page, and must come from what exists, never from
 * what was typed: whoever invents addresses or query parameters then fills nothing. The least recently read leave first.
 */
export function createPageCache(security: Readonly<Record<string, string>>, limitInBytes = 64 * 1024 * 1024) {
  const pages = new Map<string, Page>();
  const underWay = new Map<string, Promise<Page | Moved | null>>();
  const packing = new Map<Variant, Promise<void>>();
  const securityPairs = Object.entries(security).flat();
  let bytes = 0;

  function read(key: string, version: string): Page | null {
    const page = pages.get(key);
    if (!page || page.version !== version) return null;
    pages.delete(key);
    pages.set(key, page);
    return page;
  }

  function keep(key: string, page: Page): void {
    forget(key);
    pages.set(key, page);
    bytes += page.bytes;
    makeRoom(key);
  }

  function makeRoom(newest: string): void {
    for (const oldest of pages.keys()) {
      if (bytes <= limitInBytes || oldest === newest) break;
      forget(oldest);
    }
  }

  function forget(key: string): void {
    bytes -= pages.get(key)?.bytes ?? 0;
    pages.delete(key);
  }

  async function made(wanted: Wanted, draw: Draw): Promise<Page | Moved | null> {
    return read(wanted.key, wanted.version) ?? (await make(wanted, draw));
  }

  /** Renders once however many ask at the same time. What does not exist, moved, or cannot be rendered, is not kept. */
  async function make({ key, version, freshness, kept }: Wanted, draw: Draw): Promise<Page | Moved | null> {
    const drawn = await draw();
    if (drawn === null || isMoved(drawn)) return drawn;
    const text = typeof drawn === 'string' ? { body: drawn } : drawn;
    const page = prepare(text, version, ['cache-control', cacheControl[freshness], ...securityPairs]);
    if (kept) keep(key, page);
    return page;
  }

  /** Compresses when someone takes it so, and once: most pages are never asked for in every encoding. */
  async function pack(key: string, page: Page, encoding: Encoding): Promise<void> {
    const variant = page.variants[encoding];
    const body = await packers[encoding](page.plain);
    variant.whole = wholeOf(page.type, encoding, body, variant.notModified);
    page.bytes += body.length;
    if (pages.get(key) !== page) return;
    bytes += body.length;
    makeRoom(key);
  }

  async function writeWhole(request: FastifyRequest, reply: FastifyReply, key: string, page: Page): Promise<void> {
    if (write(request, reply, page)) return;
    const encoding = bestEncoding(request.raw.headers['accept-encoding']);
    const variant = page.variants[encoding];
    const making = packing.get(variant) ?? pack(key, page, encoding).finally(() => packing.delete(variant));
    packing.set(variant, making);
    await making;
    write(request, reply, page);
  }

  return {
    /** Answers from memory when it can; false when the page, or this encoding of it, must first be made. */
    answer(request: FastifyRequest, reply: FastifyReply, { key, version }: Wanted): boolean {
      const page = read(key, version);
      return page !== null && write(request, reply, page);
    },
    /** Makes the page, keeps it, and answers with it; null when there is nothing to draw, and where it is when it moved. */
    async answerWith(request: FastifyRequest, reply: FastifyReply, wanted: Wanted, draw: Draw): Promise<'done' | Moved | null> {
      const name = `${wanted.version} ${wanted.key}`;
      const making = underWay.get(name) ?? made(wanted, draw).finally(() => underWay.delete(name));
      underWay.set(name, making);
      const page = await making;
      if (page === null || isMoved(page)) return page;
      await writeWhole(request, reply, wanted.key, page);
      return 'done';
    },
    size: () => ({ pages: pages.size, bytes }),
  };
}

function isMoved(found: string | Drawn | Moved | Page): found is Moved {
  return typeof found === 'object' && 'location' in found;
}

/**
 * Past Fastify's own reply, which costs as much as all the rest: the header was written when the page was made. False, and nothing
 * written, when it is not packed yet.
 */
function write(request: FastifyRequest, reply: FastifyReply, page: Page): boolean {
  const { headers } = request.raw;
  const { etag, notModified, whole } = page.variants[bestEncoding(headers['accept-encoding'])];
  const isKnown = headers['if-none-match'] !== undefined && matchesEtag(headers['if-none-match'], etag);
  if (!isKnown && !whole) return false;
  reply.hijack();
  const response: ServerResponse = reply.raw;
  if (isKnown || !whole) response.writeHead(304, notModified).end();
  else response.writeHead(200, whole.header).end(whole.body);
  return true;
}

const html = 'text/html; charset=utf-8';

const packers: Record<Encoding, (plain: Buffer) => Promise<Buffer>> = {
  br: (plain) => brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (plain) => deflate(plain),
  identity: async (plain) => plain,
};

function prepare({ body, type = html, headers = {} }: Drawn, version: string, always: string[]): Page {
  const plain = Buffer.from(body, 'utf8');
  const own = Object.entries(headers).flat();
  const hash = createHash('sha256').update(plain).digest('base64url');
  const variant = (encoding: Encoding): Variant => {
    const etag = encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
    const notModified = ['etag', etag, 'vary', 'accept-encoding', ...own, ...always];
    return { etag, notModified, whole: encoding === 'identity' ? wholeOf(type, encoding, plain, notModified) : null };
  };
  const variants = { identity: variant('identity'), br: variant('br'), gzip: variant('gzip') };
  return { version, type, plain, variants, bytes: plain.length };
}

function wholeOf(type: string, encoding: Encoding, body: Buffer, notModified: readonly string[]): Variant['whole'] {
  const coding = encoding === 'identity' ? [] : ['content-encoding', encoding];
  const content = ['content-type', type, 'content-length', String(body.length), ...coding];
  return { header: [...content, ...notModified], body };
}
