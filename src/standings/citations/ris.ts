import type { CslItem } from './reference.ts';

/** One RIS record: a tag and a value a line, which ends as Windows ends them. A comma after the author says that it is no person's. */
export function risOf(item: CslItem): string {
  const [[year, month, day]] = item.issued['date-parts'];
  const date = [year, two(month), two(day)].join('/');
  const fields = [
    ['TY', 'ELEC'],
    ...item.author.map(({ literal }) => ['AU', `${literal},`]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['DA', `${date}/`],
    ['PY', String(year)],
    ['LA', item.language],
    ['N1', item.note],
    ['UR', item.URL],
    ['ER', ''],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
