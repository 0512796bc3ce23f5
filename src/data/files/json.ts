import type { Dossier } from '../tables/table.ts';
import { schemaVersion } from '../tables/tables.ts';
import type { PageData } from './page-data.ts';

export const licence = {
  name: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
};

/** What every JSON file says of itself first: of what, as of when, from whom, under which licence. */
export function headOf({ state: { campaign, edition }, publicUrl }: Dossier) {
  return {
    campaign: { slug: campaign.slug, title: campaign.title, town: campaign.town, fictional: campaign.fictional },
    edition: { number: edition.number, publishedAt: edition.publishedAt, hash: edition.hash },
    source: `${publicUrl}/${campaign.slug}/editions/${edition.number}`,
    licence,
    schemaVersion,
  };
}

/** Rows as JSON, written as they come. */
export function* jsonPieces(dossier: Dossier, { table, rows }: Pick<PageData, 'table' | 'rows'>): Iterable<string> {
  const head = { ...headOf(dossier), table: table.name, schema: `${dossier.publicUrl}/api/v1/schemas/${table.name}.json` };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let first = true;
  for (const row of rows()) {
    yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
    first = false;
  }
  yield '\n]}\n';
}
