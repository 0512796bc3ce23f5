import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { answerInThread } from '../../lib/thread.ts';
import type { CslItem } from './reference.ts';

const { styles } = plugins.config.get('@csl');
styles.add('apa-en', forOneReference(styles.get('apa')));
styles.add('apa-fr', inFrenchOrder(forOneReference(styles.get('apa'))));
const forms = { fr: { template: 'apa-fr', lang: 'fr-FR' }, en: { template: 'apa-en', lang: 'en-US' } };

answerInThread((item: CslItem): string => {
  const cite = new Cite([{ ...item, title: asText(item.title), 'container-title': asText(item['container-title']) }]);
  return asWritten(cite.format('bibliography', { format: 'text', ...forms[item.language] }).trim());
});

/** The processor reads `<i>` and its like as styles, and drops them: what people wrote is text, so its signs pass in disguise. */
const disguises = [
  ['<', '\uE002'],
  ['>', '\uE003'],
] as const;

function asText(words: string): string {
  return disguises.reduce((text, [sign, disguise]) => text.replaceAll(sign, disguise), words);
}

function asWritten(words: string): string {
  return disguises.reduce((text, [sign, disguise]) => text.replaceAll(disguise, sign), words);
}

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
