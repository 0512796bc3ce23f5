import { type Ability, can, type Person } from '../accounts/can.ts';
import { links } from './links.ts';
import { peopleLinks } from './people/links.ts';

/** A campaign, as the frame of its desk pages needs it. */
export interface CampaignHere {
  campaignId: number;
  slug: string;
  title: string;
}

interface CampaignLink {
  href(slug: string): string;
  label: string;
  /** Who is shown it; the route itself asks again. */
  ability: Ability;
}

/** The parts of a campaign's desk, in the order they are shown on each of its pages. A new part is one more line. */
const campaignLinks: readonly CampaignLink[] = [
  { href: links.campaign, label: 'La campagne', ability: 'positions:write' },
  { href: links.newPosition, label: 'Saisir une position', ability: 'positions:write' },
  { href: links.followUps, label: 'Suivi', ability: 'positions:write' },
  { href: links.asking, label: 'Sollicitations', ability: 'outreach:write' },
  { href: links.rightsOfReply, label: 'Droits de réponse', ability: 'outreach:write' },
  { href: links.reading, label: 'À relire', ability: 'positions:write' },
  { href: links.publications, label: 'Publications', ability: 'positions:write' },
  { href: links.journal, label: 'Journal', ability: 'positions:write' },
  { href: peopleLinks.team, label: 'Équipe', ability: 'positions:write' },
  { href: (slug) => links.settings(slug), label: 'Réglages', ability: 'campaigns:edit' },
  { href: (slug) => links.imports(slug), label: 'Imports', ability: 'campaigns:edit' },
];

export interface CampaignNav {
  title: string;
  /** What the closed menu of a phone is called: the part one is in. */
  here: string;
  links: { href: string; label: string; current: boolean }[];
}

/** The navigation of a campaign for one person. `path` is where they are: the part with the longest matching address is the current one. */
export function campaignNav(person: Person, { campaignId, slug, title }: CampaignHere, path: string): CampaignNav {
  const shown = campaignLinks
    .filter(({ ability }) => can(person, ability, campaignId))
    .map(({ href, label }) => ({ href: href(slug), label }));
  const within = shown.map(({ href }) => href).filter((href) => path === href || path.startsWith(`${href}/`));
  const current = within.reduce((longest, href) => (href.length > longest.length ? href : longest), '');
  const here = shown.find(({ href }) => href === current)?.label ?? 'Les pages de la campagne';
  return { title, here, links: shown.map((link) => ({ ...link, current: link.href === current })) };
}
