import type { Freeze } from '../campaigns/freeze.ts';
import type { Config } from '../config.ts';
import type { Language } from '../lib/language.ts';
import { type Speech, speechIn } from '../lib/speech.ts';
import type { PublicState } from '../standings/fold.ts';
import { type Links, linksFor } from './public-links.ts';

/** What a campaign's page is drawn from: the state it shows, the language it speaks, and addresses that keep both. */
export interface View {
  state: PublicState;
  language: Language;
  /** The edition this page is held at by its address; null on the living pages. */
  heldAt: number | null;
  /** The election freeze, while it lasts. */
  freeze: Freeze | null;
  /** The page's path below its campaign, whatever the language and the edition; empty for the board. */
  path: string;
  links: Links;
  say: Speech;
  site: SiteAddress;
}

/** Where this site is, and where its readers write. */
export interface SiteAddress {
  /** PUBLIC_URL, for whole addresses. */
  origin: string;
  /** An e-mail address; empty when none is set. */
  contact: string;
  /** Who publishes the site; empty when it is not said. */
  publisher: string;
  /** Whether it sends mail: without, nothing offers any. */
  mails: boolean;
}

export function siteAddress(config: Pick<Config, 'publicUrl' | 'CONTACT_EMAIL' | 'PUBLISHER_NAME' | 'SMTP_URL'>): SiteAddress {
  return {
    origin: config.publicUrl,
    contact: config.CONTACT_EMAIL,
    publisher: config.PUBLISHER_NAME,
    mails: config.SMTP_URL !== '',
  };
}

export interface ViewPlace {
  language: Language;
  heldAt?: number | null;
  freeze?: Freeze | null;
  path?: string;
  site?: SiteAddress;
}

const nowhere: SiteAddress = { origin: '', contact: '', publisher: '', mails: false };

export function viewOf(state: PublicState, place: ViewPlace): View {
  const { language, heldAt = null, freeze = null, path = '', site = nowhere } = place;
  const links = linksFor({ language, campaign: state.campaign.slug, edition: heldAt });
  return { state, language, heldAt, freeze, path, links, say: speechIn(language), site };
}
