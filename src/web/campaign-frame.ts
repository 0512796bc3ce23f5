import { dataLinks } from './data-pages.ts';
import { type Frame, type Link, plainFrame } from './frame.ts';
import { frameWords } from './frame-words.ts';
import type { View } from './view.ts';

export interface PageName {
  /** The page's own address, as the links of its view give it. */
  path: string;
  title: string;
  description: string;
}

/** The frame of a campaign's page: its name, its ways in, its edition and, when it is invented, the warning. */
export function campaignFrame(view: View, { path, title, description }: PageName): Frame {
  const { state, language, heldAt, links, say, site } = view;
  const { campaign, edition } = state;
  const words = frameWords[language];
  const nav = [
    { href: links.board, label: words.board },
    { href: links.letter, label: words.letter },
  ];
  const plain = plainFrame(`${title} · ${campaign.town}`, { language, path, description, origin: site.origin });
  return {
    ...plain,
    unlisted: heldAt !== null,
    freeze: freezeOf(view),
    trust: [...campaignTrust(view), ...plain.trust],
    fiction: campaign.fictional ? say.text(words.fiction) : '',
    files: dataLinks(path),
    campaign: { href: links.board, label: campaign.title },
    nav: nav.map((link) => ({ ...link, current: link.href === path })),
    edition: words.edition(edition.number, say.instant(edition.publishedAt, campaign.timeZone)),
  };
}

function freezeOf({ freeze, language, say }: View): Frame['freeze'] {
  if (!freeze) return null;
  const words = frameWords[language].freeze;
  return { title: words.title, text: say.text(words.text(freeze.round, say.clock(freeze.until))) };
}

/** The pages that speak of this campaign. */
function campaignTrust({ language, links }: View): Link[] {
  const { trust } = frameWords[language];
  return [
    { href: links.method, label: trust.method },
    { href: links.corrections, label: trust.corrections },
    { href: links.rightOfReply, label: trust.reply },
    { href: links.simply, label: trust.simple },
  ];
}

/** The way back up, from the scoreboard to the page above this one. */
export function crumbs({ language, links }: View, ...between: Link[]): Link[] {
  return [{ href: links.board, label: frameWords[language].board }, ...between];
}
