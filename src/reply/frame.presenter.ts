import { inLanguage, type Language } from '../lib/language.ts';
import { french } from '../lib/typography.ts';
import { assetUrl } from '../web/assets.ts';
import type { Link } from '../web/frame.ts';
import { linksIn } from './links.ts';
import { replyFrameWords } from './words/frame.ts';

/** What stands around every page of someone who has no account. No script: these pages are forms, and forms are enough. */
export interface ReplyFrame {
  language: Language;
  words: (typeof replyFrameWords)['fr'];
  title: string;
  stylesheets: string[];
  icon: string;
  home: string;
  /** Said on every page of a fictional campaign; empty otherwise. */
  fiction: string;
  campaign: Link;
  otherLanguage: (Link & { language: Language }) | null;
}

export interface FramedCampaign {
  slug: string;
  title: string;
  fictional: boolean;
}

/** `path`: the address of this page, when it can be opened again as it is; nothing of what was typed may be lost to another language. */
export function replyFrame(
  language: Language,
  title: string,
  { slug, title: campaign, fictional }: FramedCampaign,
  path = '',
): ReplyFrame {
  const words = replyFrameWords[language];
  const other = language === 'fr' ? 'en' : 'fr';
  return {
    language,
    words,
    title: `${title} · Parole tenue`,
    stylesheets: ['site', 'proof', 'desk', 'reply'].map((name) => assetUrl(`css/${name}.css`)),
    icon: assetUrl('favicon.svg'),
    home: inLanguage('/', language),
    fiction: fictional ? words.fiction : '',
    campaign: { href: linksIn(language).campaign(slug), label: french(campaign) },
    otherLanguage: path === '' ? null : { href: inLanguage(path, other), label: words.otherLanguage, language: other },
  };
}
