import { frenchInstant } from '../lib/dates.ts';
import { french } from '../lib/typography.ts';
import type { PublicState } from '../standings/fold.ts';
import { type Frame, type Link, plainFrame } from '../web/frame.ts';
import { links } from './links.ts';

/** The frame of a campaign's page: its name, its ways in, its edition and, when it is invented, the warning. */
export function campaignFrame(state: PublicState, path: string, title: string, description: string): Frame {
  const { campaign, edition } = state;
  const nav = [
    { href: links.campaign(campaign.slug), label: 'Le tableau' },
    { href: links.letter(campaign.slug), label: 'La lettre' },
  ];
  return {
    ...plainFrame(`${title} · ${campaign.town}`, description),
    fiction: campaign.fictional ? french('Exemple fictif : cette commune, ces listes et ces positions sont inventées.') : '',
    campaign: { href: links.campaign(campaign.slug), label: french(campaign.title) },
    nav: nav.map((link) => ({ ...link, current: link.href === path })),
    edition: `Édition ${edition.number}, publiée le ${frenchInstant(edition.publishedAt, campaign.timeZone)}`,
  };
}

/** The way back up, from the scoreboard to the page above this one. */
export function crumbs(state: PublicState, ...between: Link[]): Link[] {
  return [{ href: links.campaign(state.campaign.slug), label: 'Le tableau' }, ...between];
}
