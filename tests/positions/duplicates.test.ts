import { expect, test } from 'vitest';
import { isNear, likenessOf, samePage } from '../../src/positions/duplicates.ts';

test.each([
  ['the same page', 'https://example.org/a', true],
  ['with a final slash and a fragment', 'https://example.org/a/#haut', true],
  ['without its security', 'http://www.example.org/a', true],
  ['on a telephone', 'https://m.example.org/a', true],
  ['from a newsletter', 'https://example.org/a?utm_source=lettre&fbclid=x', true],
  ['another page', 'https://example.org/b', false],
  ['another article of the same script', 'https://example.org/a?id=2', false],
  ['no address at all', 'bulletin municipal', false],
])('%s', (_name, address, same) => expect(samePage(address) === samePage('https://example.org/a')).toBe(same));

const quote = 'Nous retirerons toutes les caméras du port avant la fin de la première année.';

test.each([
  ['the same words', quote, true],
  [
    'other capitals, accents and punctuation',
    'NOUS RETIRERONS TOUTES LES CAMERAS DU PORT, avant la fin de la premiere annee',
    true,
  ],
  ['a word more', 'Nous retirerons bien toutes les caméras du port avant la fin de la première année.', true],
  ['the quotation within a longer one', `Je le dis : ${quote} C’est un engagement.`, true],
  ['the contrary, in other words', 'Nous garderons les caméras du port, et nous en ajouterons avant la fin du mandat.', false],
  ['a few words that anyone may say', 'Nous retirerons', false],
  ['nothing', '', false],
])('a quotation beside %s', (_name, other, near) => expect(isNear(quote, other)).toBe(near));

test('both reasons are said, and an entry without address or words is like nothing', () => {
  const one = { quote, urls: ['https://example.org/a'] };
  expect(likenessOf(one, { quote, urls: ['https://www.example.org/a/'] })).toEqual(['same_address', 'near_quote']);
  expect(likenessOf(one, { quote: 'Autre chose, tout à fait.', urls: ['https://example.org/b'] })).toEqual([]);
  expect(likenessOf({ quote: '', urls: [''] }, { quote: '', urls: [''] })).toEqual([]);
});
