import { expect, test } from 'vitest';
import { type Draft, type Gap, gapsIn, nameSources } from '../../src/positions/draft.ts';

const source = { url: '', title: 'Débat', publisher: 'Le Courrier', publishedOn: '2020-03-13' };
const whole: Draft = {
  movementId: 1,
  listId: null,
  demandId: 1,
  stance: 'commits',
  basis: 'public_statement',
  summary: 'La liste retirera les projets.',
  quote: 'Nous les retirerons.',
  condition: '',
  speaker: 'Alix Verne',
  saidOn: '2020-03-12',
  reportedBy: '',
  reason: '',
  note: '',
  sources: [source],
};

test('a whole position lacks nothing', () => expect(gapsIn(whole, false)).toEqual([]));

test.each<[string, Partial<Draft>, boolean, Gap[]]>([
  ['nothing is published without a source', { sources: [] }, false, ['sources']],
  ['a source has a date', { sources: [{ ...source, publishedOn: '' }] }, false, ['sources']],
  [
    'a page is dated by the day of its words',
    { sources: [{ ...source, url: 'https://example.org/a', publishedOn: '' }] },
    false,
    [],
  ],
  ['a contradiction shows both sources', { stance: 'contradicts' }, false, ['sources']],
  ['a part says which', { stance: 'commits_in_part' }, false, ['condition']],
  [
    'a statement has its words, its speaker, its date',
    { quote: '', speaker: '', saidOn: '' },
    false,
    ['quote', 'speaker', 'saidOn'],
  ],
  ['a third party is named', { basis: 'third_party', quote: '', speaker: '', saidOn: '' }, false, ['reportedBy']],
  ['an act has a date, and perhaps no words', { basis: 'act_in_office', quote: '', speaker: '', saidOn: '' }, false, ['saidOn']],
  ['what is published changes only with a reason', {}, true, ['reason']],
  ['nothing is coded yet', { stance: null, basis: null, summary: '' }, false, ['stance', 'summary', 'basis']],
])('%s', (_name, change, replaces, gaps) => expect(gapsIn({ ...whole, ...change }, replaces)).toEqual(gaps));

test('an address that is pasted names its source by itself, and what was written is kept', () => {
  const pasted = { url: 'https://www.example.org/debat/halles/', title: '', publisher: '', publishedOn: '' };
  expect(nameSources({ sources: [pasted] }).sources[0]).toMatchObject({
    title: 'example.org/debat/halles',
    publisher: 'example.org',
  });
  const written = { ...pasted, title: 'Débat', publisher: 'Le Courrier' };
  expect(nameSources({ sources: [written] }).sources).toEqual([written]);
  expect(nameSources({ sources: [source] }).sources).toEqual([source]);
});
