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
const unread = new Set(['head', 'script', 'style', 'svg']);
const words =
  /(?<![\p{L}’'-])(?:le|la|les|des|du|une|et|est|sont|dans|sur|avec|qui|que|aux|cette|nous|vous|leur|leurs|pour|pas|chaque)(?![\p{L}’'-])|\p{L}*[éèêàçôûî]\p{L}*/giu;

/**
 * French left on an English page: function words and accents outside what is marked `lang="fr"`, each with what stands around it.
 * `names` are what people wrote (a list's label, a demand's title): an accessible name is an attribute, which
 * nothing can mark. `mixed` pages name them inside their own sentences.
 */
export function frenchLeft(html: string, names: readonly string[] = [], mixed = false): string[] {
  const texts = textsOutsideFrench(html, names);
  return (mixed ? texts.map((text) => withoutNames(text, names)) : texts).flatMap((text) =>
    [...text.matchAll(words)].map(([word]) => `${word}: ${text.trim().slice(0, 120)}`),
  );
}

/** The texts that speak the page's own language, accessible names included. */
function textsOutsideFrench(html: string, names: readonly string[]): string[] {
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
        texts.push(
          ...[...attributes.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, said = '']) =>
            withoutNames(said, names),
          ),
        );
    }
    if (!isSilent(open) && text.trim() !== '') texts.push(text);
  }
  return texts;
}

function isSilent(open: readonly { silent: boolean }[]): boolean {
  return open.at(-1)?.silent ?? false;
}

function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, '…'), text);
}
