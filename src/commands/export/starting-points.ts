import { pathOfSubject } from '../../standings/page-subject.ts';
import type { Standings } from '../../standings/standings.service.ts';

/** What no page links to, and must be there all the same: entrances, and what programs ask for. */
export const sharedStarts: readonly string[] = [
  ...['/', '/en', '/favicon.ico', '/sitemap.xml', '/sitemap_site.xml', '/robots.txt', '/integrer/cadres.js', '/api', '/en/api'],
  ...['/api/v1/campaigns', '/api/v1/openapi.json'],
];

/** The entrances of a campaign, what changed last (links name their editions), its map, and the frames that other sites show. */
export function campaignStarts(standings: Standings, campaign: string): string[] {
  const pages = ['', '/changements'].flatMap((page) => [`/${campaign}${page}`, `/en/${campaign}${page}`]);
  const isFictional = standings.directory.find(campaign)?.campaign.fictional;
  return [...pages, ...(isFictional ? [] : [`/sitemap-${campaign}.xml`]), ...framesOf(standings, campaign)];
}

/** Every frame that can be chosen: living, and as each edition left it, in both languages. */
function framesOf(standings: Standings, campaign: string): string[] {
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
      ...state
        .current('race')
        .flatMap(({ sectorNumber }) => (sectorNumber ? [pathOfSubject({ sector: String(sectorNumber) })] : [])),
    ];
    const held = edition === undefined ? '' : `/editions/${edition}`;
    return paths.flatMap((path) => ['', '/en'].map((language) => `/integrer${language}/${campaign}${held}${path}`));
  });
}
