import { freezeAt } from '../../campaigns/freeze.ts';
import type { Config } from '../../config.ts';
import type { LedgerReader } from '../../ledger/ledger.service.ts';
import type { Clock } from '../../lib/clock.ts';
import { openEvidenceFiles } from '../../positions/evidence-files.service.ts';
import type { Standings } from '../../standings/standings.service.ts';
import { campaignNamed } from './addresses.ts';
import { basesOf, sharedBasis } from './basis.ts';
import type { Section } from './plan.ts';
import { campaignStarts, sharedStarts } from './starting-points.ts';

/** The manifest of what belongs to no campaign; no campaign may be called so. */
const shared = 'site.commun';

/** What sections are made from. `common` is what every page depends on. */
export interface Sources {
  config: Config;
  ledger: LedgerReader;
  standings: Standings;
  clock: Clock;
  common: string;
}

/** One campaign: its pages, data, frames and pictures. A living page knows one thing beside the ledger, whether the law holds it still now. */
export function campaignSection({ ledger, standings, clock, common }: Sources, campaign: string): Section {
  const about = standings.find(campaign)?.campaign;
  const freeze = about ? freezeAt(about.election, about.timeZone, clock.now()) : null;
  return {
    name: campaign,
    bases: basesOf(ledger, campaign, common, freeze),
    owns: (address) => campaignNamed(address) === campaign,
    starts: () => campaignStarts(standings, campaign),
    asked: new Map(),
    isDoubtful: () => false,
  };
}

/** What belongs to no campaign: home, legal pages, styles, the interface for programs, and the documents, which may be taken down by law. */
export function sharedSection({ config, ledger, common }: Sources, asked: ReadonlyMap<string, string>): Section {
  const campaigns = new Set(ledger.listCampaigns());
  const documents = openEvidenceFiles(config);
  return {
    name: shared,
    bases: new Map([['living', sharedBasis(ledger, common)]]),
    owns: (address) => !campaigns.has(campaignNamed(address)),
    starts: () => sharedStarts,
    asked,
    isDoubtful: (address) => address.startsWith('/pieces/') && !documents.has(address.slice('/pieces/'.length)),
  };
}

/** A campaign that is no more: everything of it goes. Null for what is still there. */
export function goneSection({ ledger }: Sources, name: string): Section | null {
  if (name === shared || ledger.listCampaigns().includes(name)) return null;
  return { name, bases: new Map(), owns: () => true, starts: () => [], asked: new Map(), isDoubtful: () => false };
}
