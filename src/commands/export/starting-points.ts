import type { Ledger } from '../../ledger/ledger.service.ts';
import { pathOfSubject } from '../../standings/page-subject.ts';
import { openStandings } from '../../standings/standings.service.ts';

/** What no page links to, and must be there all the same: entrances, and the frames that other sites show. */
export function startingPoints(ledger: Ledger): string[] {
  const campaigns = ledger.listCampaigns();
  return [
    ...['/', '/en', '/favicon.ico', '/sitemap.xml', '/robots.txt', '/integrer/cadres.js', '/api', '/en/api'],
    ...['/api/v1/campaigns', '/api/v1/openapi.json'],
    ...campaigns.flatMap((slug) => [`/${slug}`, `/en/${slug}`, ...framesOf(ledger, slug)]),
  ];
}

/** Every frame that can be chosen: living, and as each edition left it, in both languages. */
function framesOf(ledger: Ledger, campaign: string): string[] {
  const standings = openStandings(ledger);
  const newest = standings.newestNumber(campaign);
  const editions = [undefined, ...Array.from({ length: newest }, (_, index) => index + 1)];
  return editions.flatMap((edition) => {
    const state = standings.find(campaign, edition);
    if (!state) return [];
    const demands = state.current('demand').map(({ slug }) => slug);
    const movements = state.current('movement').map(({ slug }) => slug);
    const paths = [
      '',
      ...demands.map((demand) => pathOfSubject({ demand })),
      ...movements.flatMap((movement) => [
        pathOfSubject({ movement }),
        ...demands.map((demand) => pathOfSubject({ movement, demand })),
      ]),
      ...state.current('list').map(({ key }) => pathOfSubject({ list: key })),
    ];
    const held = edition === undefined ? '' : `/editions/${edition}`;
    return paths.flatMap((path) => ['', '/en'].map((language) => `/integrer${language}/${campaign}${held}${path}`));
  });
}
