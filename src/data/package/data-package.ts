import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, type Zippable, zip } from 'fflate';
import { csvText } from '../files/csv.ts';
import { licence } from '../files/json.ts';
import type { Dossier, Table } from '../tables/table.ts';
import { tableSchemaOf } from '../tables/table-schema.ts';
import { schemaVersion, tables } from '../tables/tables.ts';
import { popoloOf } from './popolo.ts';
import { readmeOf } from './readme.ts';

const verifier = readFileSync(fileURLToPath(new URL('../../../public/js/verifier.js', import.meta.url)));

/** Everything of a campaign as of an edition, in one archive that explains and checks itself. The same edition gives the same bytes. */
export async function dataPackage(dossier: Dossier, register: Iterable<string>): Promise<Uint8Array> {
  const csv = tables.map((table) => ({ table, bytes: strToU8(csvText(table, table.rows(dossier))) }));
  const files = new Map<string, Uint8Array>([
    ['README.md', strToU8(readmeOf(dossier))],
    ['datapackage.json', json(descriptorOf(dossier, csv))],
    ...csv.map(({ table, bytes }): [string, Uint8Array] => [pathOf(table), bytes]),
    ['popolo.json', json(popoloOf(dossier))],
    ['registre.json', strToU8([...register].join(''))],
    ['verifier.mjs', verifier],
  ]);
  const sums = [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');
  files.set('SHA256SUMS', strToU8(sums));
  return zipped(Object.fromEntries(files), dossier.state.edition.publishedAt);
}

/** https://datapackage.org/standard/data-package/, version 2, with the `profile` that readers of version 1 look for. */
function descriptorOf({ state: { campaign, edition }, publicUrl }: Dossier, csv: { table: Table; bytes: Uint8Array }[]) {
  const page = `${publicUrl}/${campaign.slug}/editions/${edition.number}`;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'data-package',
    name: campaign.slug,
    id: page,
    title: campaign.title,
    description: `Ce que chaque liste a répondu à chaque demande (${campaign.town}, ${campaign.election.name}), édition ${edition.number}.`,
    version: `${schemaVersion}.${edition.number}`,
    created: edition.publishedAt,
    homepage: page,
    licenses: [{ name: 'etalab-2.0', title: licence.name, path: licence.url }],
    sources: [{ title: 'Parole tenue', path: page }],
    contributors: [{ title: 'Parole tenue', path: publicUrl, role: 'publisher', roles: ['publisher'] }],
    edition: { number: edition.number, publishedAt: edition.publishedAt, hash: edition.hash },
    fictional: campaign.fictional,
    resources: csv.map(({ table, bytes }) => ({
      name: table.name,
      type: 'table',
      profile: 'tabular-data-resource',
      path: pathOf(table),
      title: table.title.fr,
      description: table.about.fr,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: bytes.length,
      hash: `sha256:${sha256(bytes)}`,
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: tableSchemaOf(table),
    })),
  };
}

const pathOf = ({ name }: Table): string => `data/${name}.csv`;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);

/** A ZIP knows local times alone: the edition's is written as if everyone lived in UTC, so that no server writes it otherwise. */
function zipped(files: Zippable, publishedAt: string): Promise<Uint8Array> {
  const at = new Date(publishedAt);
  const mtime = new Date(at.getTime() + at.getTimezoneOffset() * 60_000);
  return new Promise((resolve, reject) =>
    zip(files, { mtime, level: 6 }, (error, bytes) => (error ? reject(error) : resolve(bytes))),
  );
}
