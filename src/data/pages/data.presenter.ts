import { dayIn } from '../../lib/dates.ts';
import { asFrench, type Part, partsOf } from '../../lib/french-parts.ts';
import { inLanguage, type Language } from '../../lib/language.ts';
import { pictureOf } from '../../pictures/pictures.service.ts';
import { assetUrl } from '../../web/assets.ts';
import { campaignFrame, crumbs } from '../../web/campaign-frame.ts';
import { dataFormats } from '../../web/data-pages.ts';
import type { Frame, Link } from '../../web/frame.ts';
import type { View } from '../../web/view.ts';
import { metaOf } from '../tables/column.ts';
import type { Table } from '../tables/table.ts';
import { fieldsOf } from '../tables/table-schema.ts';
import { schemaVersion, tables } from '../tables/tables.ts';
import { type DataWords, dataWords } from '../words/data.ts';

export interface ColumnView {
  name: string;
  type: string;
  about: string;
  codes: { code: string; label: string }[];
}

export interface DataPage {
  frame: Frame;
  crumbs: Link[];
  words: DataWords;
  archive: string;
  whole: Link[];
  /** The board's as it is today, and their alternative text, to give wherever they are shown; null on a held page: the maker has them. */
  pictures: { links: Link[]; alt: Part[] } | null;
  tables: { name: string; title: string; about: string; files: Link[]; columns: ColumnView[] }[];
  /** What to know before counting, cut at the names of columns and codes. */
  hints: { text: string; code: boolean }[][];
  schemaVersion: string;
  citation: Part[];
}

declare module '../../web/views.ts' {
  interface Views {
    'data/data': DataPage;
  }
}

/** Everything that can be taken away, and what each column and code means: drawn from the declarations of the tables. */
export function presentData(view: View): DataPage {
  const { state, language, links, say, site, heldAt } = view;
  const { campaign, edition } = state;
  const words = dataWords[language];
  const { title, description } = words;
  const when = say.date(dayIn(edition.publishedAt, campaign.timeZone));
  return {
    frame: { ...campaignFrame(view, { path: links.data, title, description }), styles: [assetUrl('css/data.css')] },
    crumbs: crumbs(view),
    words,
    archive: links.file('donnees.zip'),
    whole: [
      { href: links.file('popolo.json'), label: words.popolo },
      { href: links.register, label: words.register },
      { href: inLanguage('/api', language), label: words.api },
      { href: links.embed({ edition: heldAt }), label: words.embed },
    ],
    pictures: picturesOf(view, words),
    tables: tables.map((table) => tableView(table, language, links.file(`donnees/${table.name}`))),
    hints: words.hints.map((hint) => hint.split('`').map((text, index) => ({ text, code: index % 2 === 1 }))),
    schemaVersion,
    citation: partsOf(
      words.cite(asFrench(campaign.title), edition.number, when, `${site.origin}${links.edition(edition.number)}`),
    ),
  };
}

function picturesOf({ state, language, heldAt, links }: View, { board, shapes }: DataWords): DataPage['pictures'] {
  if (heldAt !== null) return null;
  const picture = pictureOf(state, { subject: { kind: 'board' }, shape: 'sheet', language, source: '' });
  return {
    alt: picture?.altParts ?? [],
    links: (['carte.png', 'planche.png', 'planche.svg'] as const).map((file) => ({
      href: `/images${links.today('')}/${file}`,
      label: `${board}, ${shapes[file]}`,
    })),
  };
}

function tableView(table: Table, language: Language, address: string): DataPage['tables'][number] {
  return {
    name: table.name,
    title: table.title[language],
    about: table.about[language],
    files: Object.entries(dataFormats).map(([ending, { label }]) => ({ href: `${address}.${ending}`, label })),
    columns: columnsOf(table, language),
  };
}

function columnsOf(table: Table, language: Language): ColumnView[] {
  const types: Record<string, string> = dataWords[language].types;
  const typeOf = new Map(fieldsOf(table).map(({ name, type }) => [name, types[type] ?? type]));
  return Object.entries(table.columns).map(([name, schema]) => {
    const { about, labels, absences } = metaOf(schema);
    const codes = Object.entries({ ...labels?.[language], ...absences?.[language] });
    return {
      name,
      type: typeOf.get(name) ?? '',
      about: about[language],
      codes: codes.map(([code, label]) => ({ code, label })),
    };
  });
}
