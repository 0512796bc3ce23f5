import { fileOf, isStatic, nameOf, relativeLink } from './addresses.ts';

/** A text with its links made relative, and the addresses of ours that it leads to. */
export interface Rewritten {
  text: string;
  links: string[];
}

const attribute = /(?<=\s)(href|src|action|hx-get)="([^"#][^"]*)"/g;
const shared = /(?<=\scontent=")([^"]+)(?=")/g;

/** An HTML page for the folder. What only a server can answer keeps its whole address there. */
export function rewritePage(html: string, address: string, origin: string): Rewritten {
  const from = fileOf(address);
  const links: string[] = [];
  const text = html
    .replace(/^ *<link rel="alternate" type="application\/json\+oembed"[^>]*>\n/m, '')
    .replace(attribute, (whole, name: string, link: string) => {
      const url = URL.parse(link.replaceAll('&amp;', '&'), origin + address);
      if (!url || /^(?:[a-z]+:|\/\/)/i.test(link)) return whole;
      if (!isStatic(url.pathname)) return `${name}="${origin}${url.pathname}${url.search.replaceAll('&', '&amp;')}"`;
      const to = nameOf(url);
      links.push(to);
      return `${name}="${relativeLink(from, fileOf(to))}${url.hash}"`;
    });
  for (const [, content = ''] of html.matchAll(shared))
    if (content.startsWith(`${origin}/images/`)) links.push(new URL(content).pathname);
  return { text, links };
}

/** A style sheet: what it loads stands beside it. */
export function rewriteStyle(css: string, address: string): Rewritten {
  const links: string[] = [];
  const text = css.replace(/url\("(\/[^"]+)"\)/g, (_, link: string) => {
    const to = link.split('?')[0] ?? link;
    links.push(to);
    return `url("${relativeLink(fileOf(address), fileOf(to))}")`;
  });
  return { text, links };
}
