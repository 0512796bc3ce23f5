import { expect, test } from 'vitest';
import { errorWords } from '../../src/web/error-words.ts';
import { frameWords } from '../../src/web/frame-words.ts';
import { goneWords } from '../../src/web/gone-words.ts';
import { filesUnder } from '../support/source-files.ts';

/** Every catalogue of messages there is: found, not listed, so that a new one is held to the same. */
async function catalogues(): Promise<[name: string, catalogue: Record<string, unknown>][]> {
  const found: [string, Record<string, unknown>][] = [
    ['frameWords', frameWords],
    ['errorWords', errorWords],
    ['goneWords', goneWords],
  ];
  const folders = [
    'src/site/words',
    'src/standings/changes',
    'src/standings/citations',
    'src/data/feeds',
    'src/alerts',
    'src/follow/words',
    'src/reply/words',
    'src/data/words',
  ];
  for (const path of folders.flatMap((folder) => filesUnder(folder, '.ts'))) {
    const module: Record<string, unknown> = await import(/* @vite-ignore */ new URL(`../../${path}`, import.meta.url).href);
    for (const [name, value] of Object.entries(module)) if (isCatalogue(value)) found.push([name, value]);
  }
  return found;
}

function isCatalogue(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'fr' in value && 'en' in value;
}

/** `board.order.panel` → the message; a function stands for the sentence it makes. */
function messagesIn(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => messagesIn(inner, `${path}.${key}`));
}

/** The same in both languages, and rightly so. */
const alike =
  /^(?:Internet Archive|organisations?|HTML|CSV|JSON|PDF|RSS|Atom|Parole tenue|A4|Source|Sources|Position|Date|Nuance|Signature|Question|Message|Codes|Licence|date)\b|^\W*$|^\d/;

test('no message is missing, in French or in English', async () => {
  for (const [name, { fr, en }] of await catalogues()) {
    const french = messagesIn(fr, name);
    const english = new Map(messagesIn(en, name));
    expect([...english.keys()].sort()).toEqual(french.map(([path]) => path).sort());
    expect([...french, ...english].filter(([, message]) => message.trim() === '')).toEqual([]);
    expect(
      french.filter(([path, message]) => english.get(path) === message && !alike.test(message)).map(([path]) => path),
    ).toEqual([]);
  }
});
