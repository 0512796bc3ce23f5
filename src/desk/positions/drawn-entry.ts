import type { NamedEntry } from '../../positions/named-entry.ts';
import type { PublicState } from '../../standings/fold.ts';
import type { Preview } from '../../web/preview.ts';

/** What readers see of an entry, drawn by the public pages: of a follow-up, all that is public of its pledge since the vote. */
export async function drawnEntry(preview: Preview, state: PublicState, { kind, subject }: NamedEntry): Promise<string> {
  const [movement = '', second = '', third] = subject.split('/');
  if (kind === 'assessment') return (await preview(state, { movement, list: null, demand: second })).followUp;
  const cell = third === undefined ? { list: null, demand: second } : { list: second, demand: third };
  return (await preview(state, { movement, ...cell })).proof;
}
