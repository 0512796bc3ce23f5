import { inLanguage, type Language } from '../../lib/language.ts';
import { assetUrl } from '../../web/assets.ts';
import { type Frame, plainFrame } from '../../web/frame.ts';
import type { SiteAddress } from '../../web/view.ts';
import { filtersOf } from '../api/api.schemas.ts';
import { tables } from '../tables/tables.ts';
import { type ApiWords, apiWords } from '../words/api.ts';

/** Words and code by turns: what stands between back quotes is code. */
type Line = { text: string; isCode: boolean }[];

export interface ApiPage {
  frame: Frame;
  words: ApiWords;
  example: { href: string; command: string };
  addresses: { path: string; about: string; href: string }[];
  tables: { name: string; title: string; filters: string[] }[];
  rules: Line[];
  limits: Line;
  errors: { intro: Line; codes: { id: string; about: string }[] };
}

declare module '../../web/views.ts' {
  interface Views {
    'data/api': ApiPage;
  }
}

/** The interface for programs, explained to people. `campaign` is one that exists, for the examples; empty when there is none. */
export function presentApi(language: Language, { origin }: SiteAddress, campaign: string, limit: number): ApiPage {
  const words = apiWords[language];
  const { title, description } = words;
  const root = '/api/v1';
  const one = campaign === '' ? '' : `${root}/campaigns/${campaign}`;
  const example = one === '' ? `${root}/campaigns` : `${one}/positions?limit=5`;
  return {
    frame: {
      ...plainFrame(title, { language, path: inLanguage('/api', language), description, origin }),
      styles: [assetUrl('css/data.css')],
    },
    words,
    example: { href: example, command: `curl '${origin}${example}'` },
    addresses: [
      { path: `${root}/campaigns`, about: words.campaigns, href: `${root}/campaigns` },
      { path: `${root}/campaigns/{campaign}`, about: words.campaign, href: one },
      { path: `${root}/campaigns/{campaign}/{table}`, about: words.table, href: one && `${one}/positions` },
      { path: `${root}/schemas/{table}.json`, about: words.schema, href: `${root}/schemas/positions.json` },
      { path: `${root}/openapi.json`, about: words.openapi, href: `${root}/openapi.json` },
    ],
    tables: tables.map((table) => ({ name: table.name, title: table.title[language], filters: filtersOf(table) })),
    rules: words.rules.map(lineOf),
    limits: lineOf(words.limitsText(limit)),
    errors: {
      intro: lineOf(words.errorsText),
      codes: Object.entries(words.codes).map(([id, about]) => ({ id, about })),
    },
  };
}

function lineOf(text: string): Line {
  return text.split('`').map((part, index) => ({ text: part, isCode: index % 2 === 1 }));
}
