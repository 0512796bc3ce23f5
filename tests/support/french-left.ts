/** Elements that have no end, and whatever is inside these is not read by anybody. */
const hollow = new Set([
  'meta',
  'link',
  'br',
  'hr',
  'img',
  'input',
  'wbr',
  'path',
  'circle',
  'rect',
  'line',
  'use',
  'source',
  'col',
]);
/** A citation in a format of its own is for programs. */
const unread = new Set(['head', 'script', 'style', 'svg', 'pre', 'textarea']);
const words =
  /(?<![\p{L}’'-])(?:le|la|les|des|du|une|et|est|sont|dans|sur|avec|qui|que|aux|cette|nous|vous|leur|leurs|pour|pas|chaque)(?![\p{L}’'-])|\p{L}*[éèêàçôûî]\p{L}*/giu;

/**
 * French left on an English page: function words and accents outside what is marked `lang="fr"`, each with what stands around it.
 * `names` are what people wrote (a list's label, a demand's title), longest first: a sentence or an accessible name may hold them.
 */
export function frenchLeft(html: string, names: readonly string[] = []): string[] {
  const any = new RegExp(names.map((name) => RegExp.escape(plain(name))).join('|') || '(?!)', 'gi');
  return textsOutsideFrench(html)
    .map((text) => plain(text).replace(any, '…'))
    .flatMap((text) => [...text.matchAll(words)].map(([word]) => `${word}: ${text.trim().slice(0, 120)}`));
}

/**
 * Names of the town (a movement, a list, a demand) that an English page says outside what is marked `lang="fr"`, in its texts and in its
 * accessible names: a screen reader would read them with the sounds of another language.
 */
export function namesLeft(html: string, names: readonly string[]): string[] {
  const any = new RegExp(
    `(?<![\\p{L}\\d])(?:${names.map((name) => RegExp.escape(plain(name))).join('|') || '(?!)'})(?![\\p{L}\\d])`,
    'u',
  );
  return textsOutsideFrench(html)
    .map(plain)
    .filter((text) => any.test(text));
}

/** The texts that speak the page's own language, accessible names included. */
function textsOutsideFrench(html: string): string[] {
  const texts: string[] = [];
  const open: { tag: string; silent: boolean }[] = [];
  for (const [, closing, name = '', attributes = '', text = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>([^<]*)/gi)) {
    const tag = name.toLowerCase();
    if (closing) {
      const at = open.findLastIndex((each) => each.tag === tag);
      if (at !== -1) open.length = at;
    } else {
      const silent = isSilent(open) || unread.has(tag);
      const french = /\slang="fr"/.test(attributes);
      const back = /\slang="en"/.test(attributes);
      if (!hollow.has(tag)) open.push({ tag, silent: (silent && !back) || french });
      if (!silent && !french)
        texts.push(...[...attributes.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, said = '']) => said));
    }
    if (!isSilent(open) && text.trim() !== '') texts.push(text);
  }
  return texts;
}

function isSilent(open: readonly { silent: boolean }[]): boolean {
  return open.at(-1)?.silent ?? false;
}

/** Spaces and quotation marks as one kind each: citations change them. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/&quot;|&#39;|["“”‘’']/g, '’');
}
