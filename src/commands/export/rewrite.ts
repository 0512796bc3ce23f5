import { fileOf, isStatic, losesChoice, nameOf, relativeLink } from './addresses.ts';

/** A text with its links made relative, and the addresses of ours that it leads to. */
export interface Rewritten {
  text: string;
  links: string[];
}

/** Where a page is, and where what a plain file cannot do is done. */
export interface Place {
  address: string;
  /** PUBLIC_URL. */
  origin: string;
  /** Whether no server answers there: forms then lead to the page that says what a copy cannot do. */
  alone: boolean;
}

/** The page that says what a copy cannot do, in the language of another. */
export function limitsPage(address: string): string {
  return /^(?:\/(?:integrer|images))?\/en(?:\/|$)/.test(address) ? '/en/copie' : '/copie';
}

const oembed = /^ *<link rel="alternate" type="[a-z/]+\+oembed"[^>]*>\n/gm;
const tag = /<[a-z][a-z0-9-]*(?:\s+[^\s"=>]+(?:="[^"]*")?)+\s*>/g;
const attribute = /(?<=\s)(href|src|action|formaction|hx-get)="([^"#][^"]*)"/g;
const htmx = /\shx-[a-z:-]+="[^"]*"/g;
const shared = /(?<=\scontent=")([^"]+)(?=")/g;

/**
 * An HTML page for the folder. Forms ask what only a server can answer: they are sent to it, and no script waits for them here. So is
 * what else needs one. Where none answers, they lead to a page that says so and what to do instead.
 */
export function rewritePage(html: string, { address, origin, alone }: Place): Rewritten {
  const from = fileOf(address);
  const links: string[] = [];
  const leadTo = (to: string, hash = ''): string => {
    links.push(to);
    return relativeLink(from, fileOf(to)) + hash;
  };
  const asked = (url: URL): string =>
    alone ? leadTo(limitsPage(address)) : (origin + url.pathname + url.search).replaceAll('&', '&amp;');
  const text = html.replace(oembed, '').replace(tag, (whole) => {
    const isForm = /^<form|\sformaction=/.test(whole);
    const kept = isForm || losesMeaning(whole) ? whole.replace(htmx, '') : whole;
    return kept.replace(attribute, (same, name: string, link: string) => {
      const url = URL.parse(link.replaceAll('&amp;', '&'), origin + address);
      if (!url || /^(?:[a-z]+:|\/\/)/i.test(link)) return same;
      if (isForm || !isStatic(url.pathname) || losesChoice(url)) return `${name}="${asked(url)}"`;
      return `${name}="${leadTo(nameOf(url), url.hash)}"`;
    });
  });
  for (const [, content = ''] of html.matchAll(shared))
    if (content.startsWith(`${origin}/images/`)) links.push(new URL(content).pathname);
  return { text, links };
}

/** What is fetched into a page must be of that page: of changes, a copy has those of the whole campaign. */
function losesMeaning(whole: string): boolean {
  return /\shx-get="[^"]*[?;]sur=/.test(whole);
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
