import type { CslItem } from './reference.ts';

/**
 * One entry for BibTeX and its successor biblatex: BibTeX reads the year and the month, biblatex the whole date. Texts stand between two
 * pairs of braces, so that no style changes their capitals: they are names.
 */
export function bibtexOf(item: CslItem): string {
  const [[year, month, day]] = item.issued['date-parts'];
  const fields = [
    `author = {{${escaped(item.author.map(({ literal }) => literal).join(' and '))}}}`,
    `title = {{${escaped(item.title)}}}`,
    `howpublished = {{${escaped(item['container-title'])}}}`,
    `year = {${year}}`,
    `month = ${months[month - 1]}`,
    `date = {${year}-${two(month)}-${two(day)}}`,
    `url = {${item.URL}}`,
    `note = {${escaped(item.note)}}`,
  ];
  return `@misc{${item.id.replaceAll(/[^A-Za-z0-9]/g, '')},\n\t${fields.join(',\n\t')},\n}\n`;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What TeX would obey. Braces go by their names: BibTeX counts them even behind a backslash. */
const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
};

/** Signs that TeX joins when they follow each other (`--` is a longer dash) are kept apart. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\{}~^`]/g, (sign) => commands[sign] ?? sign)
    .replaceAll(/[&%$#_]/g, '\\$&')
    .replaceAll(/([-',<>])(?=\1)/g, '$1{}');
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
