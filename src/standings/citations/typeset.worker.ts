import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { answerInThread } from '../../lib/thread.ts';
import type { Typeset } from './citations.service.ts';
import type { CslItem } from './reference.ts';

Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, asciiOnly: false });
const { styles } = plugins.config.get('@csl');
styles.add('apa-en', forOneReference(styles.get('apa')));
styles.add('apa-fr', inFrenchOrder(forOneReference(styles.get('apa'))));
const forms = { fr: { template: 'apa-fr', lang: 'fr-FR' }, en: { template: 'apa-en', lang: 'en-US' } };

answerInThread((item: CslItem): Typeset => {
  const style = { format: 'text', ...forms[item.language] } as const;
  return {
    apa: inDisguise(item, asText, (hidden) => new Cite([hidden]).format('bibliography', style).trim()),
    bibtex: inDisguise(item, asTex, (hidden) => bibtexOf(new Cite([hidden]).format('bibtex'), hidden)),
    ris: inDisguise(item, asLines, (hidden) => risOf(new Cite([hidden]).format('ris'), hidden)),
  };
});

/** A sign that a syntax would obey, and how that syntax writes the sign itself. */
type Signs = readonly (readonly [sign: RegExp, written: string])[];

/** The processor reads `<i>` and its like as styles. What people wrote is text. */
const asText: Signs = [
  [/</g, '<'],
  [/>/g, '>'],
];

/** What TeX obeys. Braces go by their names: BibTeX counts them even behind a backslash. Signs that TeX joins (`--`) are kept apart. */
const asTex: Signs = [
  [/(?<=([-',<>]))(?=\1)/g, '{}'],
  ...asText,
  [/\\/g, '\\textbackslash{}'],
  [/\{/g, '\\textbraceleft{}'],
  [/\}/g, '\\textbraceright{}'],
  [/~/g, '\\textasciitilde{}'],
  [/\^/g, '\\textasciicircum{}'],
  [/`/g, '\\textasciigrave{}'],
  [/&/g, '\\&'],
  [/%/g, '\\%'],
  [/\$/g, '\\$'],
  [/#/g, '\\#'],
  [/_/g, '\\_'],
];

/** A tag of RIS is two letters, two spaces and a hyphen. */
const asLines: Signs = [[/-/g, '-']];

/** Citation.js trusts the words it is given: those that people wrote pass through it with such signs as private characters of Unicode. */
function inDisguise(item: CslItem, signs: Signs, write: (hidden: CslItem) => string): string {
  const hide = (words: string) => signs.reduce((text, [sign], index) => text.replaceAll(sign, privateSign(index)), words);
  const { title, note } = item;
  const hidden = { ...item, title: hide(title), note: hide(note), 'container-title': hide(item['container-title']) };
  return signs.reduce((text, [, written], index) => text.replaceAll(privateSign(index), () => written), write(hidden));
}

const privateSign = (index: number): string => String.fromCodePoint(0xf0000 + index);

/**
 * The style without what it says of citations in a text and of the order of a list: one reference needs neither, and reading them took
 * ten times the time and the memory (200 MB for two languages, against 18).
 */
function forOneReference(style: string): string {
  return style
    .replace(/<citation\b[\s\S]*?<\/citation>/, '<citation><layout><text variable="title"/></layout></citation>')
    .replace(/(<bibliography\b[^>]*>\s*)<sort>[\s\S]*?<\/sort>/, '$1');
}

/** The style writes the month before the day, as American English does; in French the day comes first: « 2026, 24 novembre ». */
function inFrenchOrder(style: string): string {
  const month = '<date-part name="month"/><date-part name="day" prefix=" "/>';
  return style.replaceAll(month, '<date-part name="day" form="ordinal"/><date-part name="month" prefix=" "/>');
}

/**
 * BibTeX knows months by their names, unquoted, and no days; its successor, biblatex, has the whole date. Where a page was published is
 * its site, which has a name: the address has a field of its own.
 */
function bibtexOf(text: string, { issued, 'container-title': site }: CslItem): string {
  const date = issued['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('-');
  return `${text
    .replace(/month = \{(\w+) \d+\}/, `month = $1,\n\tdate = {${date}}`)
    .replace(/(?<=howpublished = )\{.*\}/, () => `{{${site}}}`)
    .trim()}\n`;
}

/**
 * RIS asks for months and days of two digits, and lines that end as Windows ends them. Lines are joined again where they were cut,
 * since a cut address is a broken one; an identifier cut to twenty signs is nobody's; and the site that a page is of has a name.
 */
function risOf(text: string, { 'container-title': site }: CslItem): string {
  const joined = text.replaceAll(/\r?\n(?![A-Z][A-Z0-9] {2}- )/g, '').replace(/^ID {2}- .*\n/m, '');
  // A comma after the name says that it is an organisation's, not a person's.
  const dated = joined
    .replace(/^AU {2}- (.*)$/m, 'AU  - $1,')
    .replace(/^TI {2}- .*$/m, (line) => `${line}\nT2  - ${site}`)
    .replace(/^DA {2}- (\d+)\/(\d+)\/(\d+)\/$/m, (_, year: string, month: string, day: string) => {
      return `DA  - ${year}/${month.padStart(2, '0')}/${day.padStart(2, '0')}/`;
    });
  return `${dated.trim().replaceAll(/\r?\n/g, '\r\n')} \r\n`;
}
