import { z } from 'zod';
import { newToken } from '../../accounts/tokens.ts';
import type { ErasableEntry, ErasableKind } from '../../erasure/kept.ts';
import type { Order } from '../../erasure/order.ts';
import { typedIds } from '../form-page.ts';
import { genres } from '../links.ts';

const kinds: Record<(typeof genres)[ErasableKind], ErasableKind> = {
  position: 'position',
  suivi: 'assessment',
  reponse: 'reply',
};

const named = z.object({ genre: z.enum(genres).catch('position'), sujet: z.string().max(400).catch('') });

/** Which entry: in the address of the page, and in its form. */
export function readEntry(given: unknown): ErasableEntry {
  const { genre, sujet } = named.parse(given ?? {});
  return { kind: kinds[genre], subject: sujet };
}

const typed = z.object({
  cle: z.string().min(16).max(100).catch(newToken),
  motif: z.string().max(5_000).catch(''),
  portee: z.enum(['tout', 'anciennes']).catch('tout'),
  confirmer: z.literal('oui').optional().catch(undefined),
  brouillon: typedIds,
  lu: z.string().max(100).catch(''),
});

export function readOrder(body: unknown): Order {
  const { cle, motif, portee, confirmer, brouillon, lu } = typed.parse(body ?? {});
  const scope = portee === 'tout' ? 'all' : 'replaced';
  return { key: cle, reason: motif, scope, confirmed: confirmer === 'oui', drafts: brouillon, read: lu };
}
