import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bestEncoding, type Encoding, matchesEtag } from './encoding.ts';

/** A page in one encoding, with its whole header ready to be written. */
interface Variant {
  etag: string;
  body: Buffer;
  header: string[];
  notModified: string[];
}

interface Page {
  version: string;
  variants: Record<Encoding, Variant>;
  bytes: number;
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** A living page changes with the next edition; one held at an edition never does. */
export type Freshness = 'living' | 'held';

const cacheControl: Record<Freshness, string> = {
  /** A minute fresh, then served stale for ten while it is renewed, and for a day if we are down. */
  living: 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
  held: 'public, max-age=31536000, immutable',
};

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
    for (const oldest of pages.keys()) {
      if (bytes <= limitInBytes || oldest === key) break;
      forget(oldest);
    }
  }

  function forget(key: string): void {
    bytes -= pages.get(key)?.bytes ?? 0;
    pages.delete(key);
  }

  /** Renders once however many ask at the same time. What does not exist, moved, or cannot be rendered, is not kept. */
  async function make({ key, version, freshness, kept }: Wanted, draw: Draw): Promise<Page | Moved | null> {
    const drawn = await draw();
    if (drawn === null || isMoved(drawn)) return drawn;
    const text = typeof drawn === 'string' ? { body: drawn } : drawn;
    const page = await prepare(text, version, ['cache-control', cacheControl[freshness], ...securityPairs]);
    if (kept) keep(key, page);
    return page;
  }

  return {
    /** Answers from memory when it can; false when the page must first be made. */
    answer(request: FastifyRequest, reply: FastifyReply, { key, version }: Wanted): boolean {
      const page = read(key, version);
      if (page) write(request, reply, page);
      return page !== null;
    },
    /** Makes the page, keeps it, and answers with it; null when there is nothing to draw, and where it is when it moved. */
    async answerWith(request: FastifyRequest, reply: FastifyReply, wanted: Wanted, draw: Draw): Promise<'done' | Moved | null> {
      const name = `${wanted.version} ${wanted.key}`;
      const making = underWay.get(name) ?? make(wanted, draw).finally(() => underWay.delete(name));
      underWay.set(name, making);
      const page = await making;
      if (page === null || isMoved(page)) return page;
      write(request, reply, page);
      return 'done';
    },
    size: () => ({ pages: pages.size, bytes }),
  };
}

function isMoved(found: string | Drawn | Moved | Page): found is Moved {
  return typeof found === 'object' && 'location' in found;
}

/** Past Fastify's own reply, which costs as much as all the rest: the header was written when the page was made. */
function write(request: FastifyRequest, reply: FastifyReply, page: Page): void {
  const { headers } = request.raw;
  const variant = page.variants[bestEncoding(headers['accept-encoding'])];
  reply.hijack();
  const response: ServerResponse = reply.raw;
  if (headers['if-none-match'] && matchesEtag(headers['if-none-match'], variant.etag)) {
    response.writeHead(304, variant.notModified).end();
  } else {
    response.writeHead(200, variant.header).end(variant.body);
  }
}

const html = 'text/html; charset=utf-8';

async function prepare({ body, type = html, headers = {} }: Drawn, version: string, always: string[]): Promise<Page> {
  const plain = Buffer.from(body, 'utf8');
  const own = Object.entries(headers).flat();
  const hash = createHash('sha256').update(plain).digest('base64url');
  const variant = (encoding: Encoding, packed: Buffer): Variant => {
    const etag = encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
    const notModified = ['etag', etag, 'vary', 'accept-encoding', ...own, ...always];
    const coding = encoding === 'identity' ? [] : ['content-encoding', encoding];
    const content = ['content-type', type, 'content-length', String(packed.length), ...coding];
    return { etag, body: packed, header: [...content, ...notModified], notModified };
  };
  const [br, gz] = await Promise.all([brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }), deflate(plain)]);
  return {
    version,
    variants: { identity: variant('identity', plain), br: variant('br', br), gzip: variant('gzip', gz) },
    bytes: plain.length + br.length + gz.length,
  };
}
