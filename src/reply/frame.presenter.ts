import { french } from '../lib/typography.ts';
import { assetUrl } from '../web/assets.ts';

/** What stands around every page of someone who has no account. No script: these pages are forms, and forms are enough. */
export interface ReplyFrame {
  title: string;
  stylesheets: string[];
  icon: string;
  /** Said on every page of a fictional campaign; empty otherwise. */
  fiction: string;
  campaign: { href: string; label: string };
}

export interface FramedCampaign {
  slug: string;
  title: string;
  fictional: boolean;
}

export function replyFrame(title: string, { slug, title: campaign, fictional }: FramedCampaign): ReplyFrame {
  return {
    title: `${french(title)} · Parole tenue`,
    stylesheets: ['site', 'proof', 'desk', 'reply'].map((name) => assetUrl(`css/${name}.css`)),
    icon: assetUrl('favicon.svg'),
    fiction: fictional ? 'Campagne fictive, pour essayer : rien de ceci n’est réel.'.replace(' :', '\u00a0:') : '',
    campaign: { href: `/${slug}`, label: french(campaign) },
  };
}
