import { type QrCode, qrCode } from '../lib/qr.ts';
import { french } from '../lib/typography.ts';
import { demandsOf } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import { type Frame, type Link, withStyle } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { posterWords } from './words/poster.ts';

export interface PosterPage {
  frame: Frame;
  crumbs: Link[];
  words: (typeof posterWords)['fr'];
  town: string;
  election: string;
  asked: string;
  demands: { number: number; text: string }[];
  /** As one types it, without `https://`. */
  address: { site: string; page: string };
  qr: QrCode & { label: string };
}

declare module '../web/views.ts' {
  interface Views {
    'site/poster': PosterPage;
  }
}

/** A sheet of A4 for walls and windows: what is asked, and where the answers are. */
export function presentPoster(view: View): PosterPage {
  const { state, language, links, say, site } = view;
  const { campaign } = state;
  const words = posterWords[language];
  const url = site.origin + links.living();
  const address = url.replace(/^https?:\/\//, '');
  const signatories = say.counted(state.current('signatory').length, words.organisation, words.organisations);
  return {
    frame: withStyle(
      campaignFrame(view, { path: links.poster, title: words.title, description: words.description(campaign.town) }),
      'poster',
    ),
    crumbs: crumbs(view),
    words,
    town: campaign.town,
    election: french(campaign.election.name),
    asked: words.asked(signatories),
    demands: demandsOf(state).map(({ number, title }) => ({ number, text: french(title) })),
    address: addressParts(address),
    qr: { ...qrCode(url), label: words.qr(address) },
  };
}

/** Broken at its first slash and nowhere else: a hyphen at the end of a line would be typed. */
function addressParts(address: string): PosterPage['address'] {
  const slash = address.indexOf('/');
  return { site: address.slice(0, slash), page: address.slice(slash) };
}
