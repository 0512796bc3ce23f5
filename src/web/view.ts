import type { Freeze } from '../campaigns/freeze.ts';
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
  links: Links;
  say: Speech;
}

export interface ViewPlace {
  language: Language;
  heldAt?: number | null;
  freeze?: Freeze | null;
}

export function viewOf(state: PublicState, { language, heldAt = null, freeze = null }: ViewPlace): View {
  const links = linksFor({ language, campaign: state.campaign.slug, edition: heldAt });
  return { state, language, heldAt, freeze, links, say: speechIn(language) };
}
