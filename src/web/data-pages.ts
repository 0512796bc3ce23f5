/** The pages of a campaign whose data can be taken away at the same address: a file ending is added to it. */
export const dataPages = [
  '',
  '/lettre',
  '/secteurs/:number',
  '/mouvements/:movement',
  '/mouvements/:movement/:demand',
  '/listes/:key',
  '/demandes/:slug',
  '/registre',
] as const;
export type DataPage = (typeof dataPages)[number];

/** Every form in which the data of a page is given. */
export const dataFormats = {
  csv: { type: 'text/csv', label: 'CSV' },
  json: { type: 'application/json', label: 'JSON' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', label: 'Excel' },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', label: 'OpenDocument' },
} as const;
export type DataFormat = keyof typeof dataFormats;

export interface DataLink {
  href: string;
  label: string;
  type: string;
}

const patterns = dataPages.map((page) => new RegExp(`^/[^/]+(?:/editions/\\d+)?${page.replaceAll(/:\w+/g, '[^/]+')}$`));

/** The files of a page, by its own address; none when it has none. They are the same in every language. */
export function dataLinks(path: string): DataLink[] {
  const bare = path.replace(/^\/en(?=\/)/, '');
  if (!patterns.some((pattern) => pattern.test(bare))) return [];
  return Object.entries(dataFormats).map(([ending, { type, label }]) => ({ href: `${bare}.${ending}`, type, label }));
}
