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
export function campaignFrame({ state, language, links, say }: View, { path, title, description }: PageName): Frame {
  const { campaign, edition } = state;
  const words = frameWords[language];
  const nav = [
    { href: links.board, label: words.board },
    { href: links.letter, label: words.letter },
  ];
  return {
    ...plainFrame(`${title} · ${campaign.town}`, { language, path, description }),
    fiction: campaign.fictional ? say.text(words.fiction) : '',
    campaign: { href: links.board, label: campaign.title },
    nav: nav.map((link) => ({ ...link, current: link.href === path })),
    edition: words.edition(edition.number, say.instant(edition.publishedAt, campaign.timeZone)),
  };
}

/** The way back up, from the scoreboard to the page above this one. */
export function crumbs({ language, links }: View, ...between: Link[]): Link[] {
  return [{ href: links.board, label: frameWords[language].board }, ...between];
}
