import type { Part } from '../lib/french-parts.ts';
import { defaultLanguage, inLanguage, type Language, languages } from '../lib/language.ts';
import { french } from '../lib/typography.ts';
import { assetUrl } from './assets.ts';
import type { DataLink } from './data-pages.ts';
import { type FrameWords, frameWords } from './frame-words.ts';

export interface Link {
  href: string;
  label: string;
  /** A name that people gave: French on every page. */
  french?: boolean;
  /** The label cut where its language changes; without it, the label is whole. */
  parts?: Part[];
}

/** What stands around the content of every public page. */
export interface Frame {
  language: Language;
  words: FrameWords;
  title: string;
  description: string;
  stylesheet: string;
  /** Styles of this page alone. */
  styles: string[];
  script: string;
  icon: string;
  touchIcon: string;
  home: string;
  /** The same page in the other language; null where there is none (an error). */
  otherLanguage: (Link & { language: Language }) | null;
  /** The page's whole address and the same page's in each language; null for what has none (an error). */
  address: { canonical: string; alternates: { language: string; href: string }[]; locale: string } | null;
  /** For a page that search engines should leave alone: one held at an edition, beside the living one. */
  unlisted: boolean;
  /** What is shown of the page where its address is shared: whole addresses. */
  picture: { href: string; alt: string } | null;
  /** What the page is a view of, for search engines of data: JSON-LD in which no tag can close. Empty on most pages. */
  dataset: string;
  /** Said on every page of a campaign while the law lets nothing change; null otherwise. */
  freeze: { title: string; text: string } | null;
  /** Who we are, how it is done, and how to answer: at the foot of every page. */
  trust: Link[];
  /** Said on every page of a fictional campaign; empty otherwise. */
  fiction: string;
  campaign: Link | null;
  nav: (Link & { current: boolean })[];
  /** The page's data as files; none when it has none. */
  files: DataLink[];
  /** Which edition the page shows, and since when; empty outside a campaign. */
  edition: string;
  /** The hash of that edition: in short on the living pages, whole on those held at it; null outside a campaign. */
  fingerprint: (Link & { whole: string }) | null;
  /** What a page held at an edition says before anything else; null on the living pages. */
  held: HeldBanner | null;
  /** Where one asks to be told when the page changes; null where it never does. */
  follow: Link | null;
  /** How to cite the page; null where there is nothing to cite. */
  cite: CiteBlock | null;
  /** Feeds that readers of feeds find by themselves. */
  feeds: Link[];
  /** Where programs ask for a frame of this page (oEmbed); empty when there is none. */
  oembed: string;
}

/** A text that can be copied in one click; what the button says, and what is said then. */
export interface CopyText {
  id: string;
  text: string;
  /** The same, cut where its language changes. */
  parts?: Part[];
  /** When it is another than the page's. */
  language?: Language;
  /** Kept line by line. */
  code: boolean;
  button: string;
  done: string;
  failed: string;
}

export interface CiteBlock {
  heading: string;
  sentence: CopyText;
  short: CopyText;
  more: Link;
  /** Where the page is made into a frame or a picture. */
  reuse: Link;
  script: string;
}

export interface HeldBanner {
  name: string;
  text: string;
  /** Loaded into the page when it can be, so that a page that never changes tells what did. */
  changes: Link;
  today: Link;
}

export interface PlainFrame {
  language?: Language;
  /** The page's own address; empty when it has none. */
  path?: string;
  /** What a reader chose there (`?liste=…`), kept by the link to the other language. */
  query?: string;
  description?: string;
  /** PUBLIC_URL; without it the page says no whole address. */
  origin?: string;
}

/** The frame of a page that belongs to no campaign. */
export function plainFrame(title: string, place: PlainFrame = {}): Frame {
  const { language = defaultLanguage, path = '', query = '', description = '', origin = '' } = place;
  const words = frameWords[language];
  const other = language === 'fr' ? 'en' : 'fr';
  return {
    language,
    words,
    title: `${language === 'fr' ? french(title) : title} · Parole tenue`,
    description,
    stylesheet: assetUrl('css/site.css'),
    styles: [],
    script: assetUrl('htmx.js'),
    icon: assetUrl('favicon.svg'),
    touchIcon: assetUrl('touch-icon.png'),
    home: inLanguage('/', language),
    otherLanguage: path === '' ? null : { href: inLanguage(path, other) + query, label: words.otherLanguage, language: other },
    address: path === '' || origin === '' ? null : addressOf(origin, path, language),
    unlisted: false,
    picture: null,
    dataset: '',
    freeze: null,
    trust: siteTrust(language),
    fiction: '',
    campaign: null,
    nav: [],
    files: [],
    edition: '',
    fingerprint: null,
    held: null,
    follow: null,
    cite: null,
    feeds: [],
    oembed: '',
  };
}

/** Without its query: an order or a filter is another view of the same page. */
function addressOf(origin: string, path: string, language: Language): NonNullable<Frame['address']> {
  const [bare = ''] = path.split(/[?#]/);
  const whole = (spoken: Language) => origin + inLanguage(bare, spoken);
  return {
    canonical: whole(language),
    alternates: [
      ...languages.map((spoken) => ({ language: spoken, href: whole(spoken) })),
      { language: 'x-default', href: whole(defaultLanguage) },
    ],
    locale: frameWords[language].locale,
  };
}

/** The pages that speak of the whole site. */
function siteTrust(language: Language): Link[] {
  const { trust } = frameWords[language];
  return [
    { href: inLanguage('/accessibilite', language), label: trust.accessibility },
    { href: inLanguage('/mentions-legales', language), label: trust.legal },
    { href: inLanguage('/confidentialite', language), label: trust.privacy },
  ];
}

/** The same frame for a page that is drawn with a stylesheet of its own (`public/css/<name>.css`). */
export function withStyle(frame: Frame, name: string): Frame {
  return { ...frame, styles: [...frame.styles, assetUrl(`css/${name}.css`)] };
}
