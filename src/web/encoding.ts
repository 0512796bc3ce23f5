export type Encoding = 'br' | 'gzip' | 'identity';

/** The best of what the browser takes, by its Accept-Encoding header, of what there is. `q=0` refuses. */
export function bestEncoding(header: string | undefined, hasBrotli = true): Encoding {
  if (!header) return 'identity';
  if (hasBrotli && accepts(header, 'br')) return 'br';
  return accepts(header, 'gzip') ? 'gzip' : 'identity';
}

function accepts(header: string, coding: string): boolean {
  for (const item of header.split(',')) {
    const [name = '', ...parameters] = item.split(';');
    if (name.trim().toLowerCase() !== coding) continue;
    return !parameters.some((parameter) => /^\s*q\s*=\s*0(\.0*)?\s*$/i.test(parameter));
  }
  return false;
}

/** Whether If-None-Match names this ETag. Comparison is weak, as RFC 9110 §13.1.2 asks. */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header.split(',').some((each) => {
    const tag = each.trim();
    return tag === '*' || tag === etag || tag === `W/${etag}`;
  });
}
