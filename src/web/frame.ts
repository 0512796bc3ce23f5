import { french } from '../lib/typography.ts';
import { assetUrl } from './assets.ts';
import { defaultLanguage } from './language.ts';

export interface Link {
  href: string;
  label: string;
}

/** What stands around the content of every public page. */
export interface Frame {
  language: string;
  title: string;
  description: string;
  stylesheet: string;
  script: string;
  icon: string;
  /** Said on every page of a fictional campaign; empty otherwise. */
  fiction: string;
  campaign: Link | null;
  nav: (Link & { current: boolean })[];
  /** Which edition the page shows, and since when; empty outside a campaign. */
  edition: string;
}

/** The frame of a page that belongs to no campaign. */
export function plainFrame(title: string, description = ''): Frame {
  return {
    language: defaultLanguage,
    title: `${french(title)} · Parole tenue`,
    description: french(description),
    stylesheet: assetUrl('css/site.css'),
    script: assetUrl('htmx.js'),
    icon: assetUrl('favicon.svg'),
    fiction: '',
    campaign: null,
    nav: [],
    edition: '',
  };
}
