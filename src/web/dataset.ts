import { jsonForHtml } from '../lib/html.ts';
import { french } from '../lib/typography.ts';
import { dataLinks } from './data-pages.ts';
import { frameWords } from './frame-words.ts';
import type { View } from './view.ts';

/** The files that search engines read; the others hold the same, and the page must stay light. */
const forPrograms = ['text/csv', 'application/json'];

/** What the board is a view of, for search engines of data (schema.org `Dataset`), ready to stand in a page. */
export function datasetOf({ state, links, language, say, site }: View): string {
  const { campaign, edition, editions } = state;
  if (site.origin === '') return '';
  const words = frameWords[language].dataset;
  const { firstRoundOn, secondRoundOn } = campaign.election;
  const counts = {
    demands: say.counted(state.current('demand').length, words.demand, words.demands),
    movements: say.counted(state.current('movement').length, words.movement, words.movements),
  };
  return jsonForHtml({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: french(campaign.title),
    description: words.description(campaign.town, counts.movements, counts.demands),
    url: site.origin + links.board,
    identifier: `${site.origin}${links.permanent(edition.number)}`,
    version: String(edition.number),
    datePublished: editions[0]?.publishedAt,
    dateModified: edition.publishedAt,
    temporalCoverage: secondRoundOn ? `${firstRoundOn}/${secondRoundOn}` : firstRoundOn,
    spatialCoverage: { '@type': 'Place', name: campaign.town, identifier: campaign.communeCode },
    inLanguage: 'fr',
    isAccessibleForFree: true,
    license: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    creator: { '@type': 'Organization', name: site.publisher || 'Parole tenue' },
    distribution: dataLinks(links.board)
      .filter(({ type }) => forPrograms.includes(type))
      .map(({ href, type }) => ({ '@type': 'DataDownload', encodingFormat: type, contentUrl: site.origin + href })),
  });
}
