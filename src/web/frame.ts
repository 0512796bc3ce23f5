import { defaultLanguage, inLanguage, type Language } from '../lib/language.ts';
import { french } from '../lib/typography.ts';
import { assetUrl } from './assets.ts';
import { type DataLink, dataLinks } from './data-pages.ts';
import { type FrameWords, frameWords } from './frame-words.ts';

export interface Link {
  href: string;
  label: string;
}

/** What stands around the content of every public page. */
export interface Frame {
  language: Language;
  words: FrameWords;
  title: string;
  description: string;
  stylesheet: string;
  script: string;
  icon: string;
  home: string;
  /** The same page in the other language; null where there is none (an error). */
  otherLanguage: (Link & { language: Language }) | null;
  /** Said on every page of a fictional campaign; empty otherwise. */
  fiction: string;
  campaign: Link | null;
  nav: (Link & { current: boolean })[];
  /** The page's data as files; none when it has none. */
  files: DataLink[];
  /** Which edition the page shows, and since when; empty outside a campaign. */
  edition: string;
}

export interface PlainFrame {
  language?: Language;
  /** The page's own address; empty when it has none. */
  path?: string;
  description?: string;
}

/** The frame of a page that belongs to no campaign. */
export function plainFrame(title: string, { language = defaultLanguage, path = '', description = '' }: PlainFrame = {}): Frame {
  const words = frameWords[language];
  const other = language === 'fr' ? 'en' : 'fr';
  return {
    language,
    words,
    title: `${language === 'fr' ? french(title) : title} · Parole tenue`,
    description,
    stylesheet: assetUrl('css/site.css'),
    script: assetUrl('htmx.js'),
    icon: assetUrl('favicon.svg'),
    home: inLanguage('/', language),
    otherLanguage: path === '' ? null : { href: inLanguage(path, other), label: words.otherLanguage, language: other },
    fiction: '',
    campaign: null,
    nav: [],
    files: dataLinks(path),
    edition: '',
  };
}
