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
  const cite = new Cite([item]);
  return {
    apa: cite.format('bibliography', { format: 'text', ...forms[item.language] }).trim(),
    bibtex: bibtexOf(cite.format('bibtex'), item),
    ris: risOf(cite.format('ris')),
  };
});

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

/** BibTeX knows months by their names, unquoted, and no days; its successor, biblatex, has the whole date. */
function bibtexOf(text: string, { issued }: CslItem): string {
  const date = issued['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('-');
  return `${text.replace(/month = \{(\w+) \d+\}/, `month = $1,\n\tdate = {${date}}`).trim()}\n`;
}

/**
 * RIS asks for months and days of two digits, and lines that end as Windows ends them. Lines are joined again where they were cut,
 * since a cut address is a broken one; and an identifier cut to twenty signs is nobody's.
 */
function risOf(text: string): string {
  const joined = text.replaceAll(/\r?\n(?![A-Z][A-Z0-9] {2}- )/g, '').replace(/^ID {2}- .*\n/m, '');
  // A comma after the name says that it is an organisation's, not a person's.
  const dated = joined
    .replace(/^AU {2}- (.*)$/m, 'AU  - $1,')
    .replace(/^DA {2}- (\d+)\/(\d+)\/(\d+)\/$/m, (_, year: string, month: string, day: string) => {
      return `DA  - ${year}/${month.padStart(2, '0')}/${day.padStart(2, '0')}/`;
    });
  return `${dated.trim().replaceAll(/\r?\n/g, '\r\n')} \r\n`;
}
