import { describeFault } from './fault-labels.ts';
import type { ChainReport, Pin } from './verify.ts';

/** A pin as it is typed: `marseille-2020:3:4f…`, or `3:4f…` when there is one campaign only. */
export interface TypedPin extends Pin {
  campaign: string | null;
}

/** Null when it is not one. A printed sentence holds the first twelve signs: it is compared as far as it goes. */
export function parsePin(text: string): TypedPin | null {
  const [, campaign = null, edition, hash] = /^(?:([a-z0-9-]+):)?([1-9]\d*):([0-9a-f]{12,64})…?$/i.exec(text) ?? [];
  return edition && hash ? { campaign, edition: Number(edition), hash: hash.toLowerCase() } : null;
}

/** What was found in one chain, in words, one finding a line. */
export function describeChain(campaign: string, { editions, entries, redacted, fingerprint, faults }: ChainReport): string {
  const counts = [plural(editions, 'édition'), plural(entries, 'entrée'), `${redacted} masquée${redacted > 1 ? 's' : ''}`];
  return [
    `${campaign}\u00a0: ${counts.join(', ')}`,
    `  empreinte ${fingerprint}`,
    faults.length === 0 ? '  La chaîne tient.' : '  La chaîne est rompue\u00a0:',
    ...faults.map((fault) => `  - ${describeFault(fault)}`),
    '',
  ].join('\n');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count > 1 ? 's' : ''}`;
}
