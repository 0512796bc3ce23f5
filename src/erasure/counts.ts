import { z } from 'zod';
import { counted, enumerated, french } from '../lib/typography.ts';

/** What an order of the law takes away, in the order in which it is told: one, and many. */
const names = {
  versions: ['version publiée', 'versions publiées'],
  positions: ['position du bureau', 'positions du bureau'],
  followUps: ['suivi du bureau', 'suivis du bureau'],
  replies: ['demande de droit de réponse', 'demandes de droit de réponse'],
  drafts: ['brouillon', 'brouillons'],
  sources: ['source', 'sources'],
  documents: ['document', 'documents'],
  answers: ['réponse signée reçue par lien', 'réponses signées reçues par lien'],
  notes: ['note de relecture', 'notes de relecture'],
  withdrawals: ['motif de retrait', 'motifs de retrait'],
  acts: ['motif au journal', 'motifs au journal'],
  forms: ['formulaire en attente', 'formulaires en attente'],
} as const;

type Thing = keyof typeof names;

const stored = z.partialRecord(z.enum(things()), z.int().nonnegative());

/** How much of each went, or would go. */
export type Counts = z.infer<typeof stored>;

/** As they are kept with an order that was carried out. */
export function readCounts(text: string): Counts {
  return stored.parse(JSON.parse(text));
}

/** `1 version publiée`, `2 sources`: each thing of which there is any. */
export function countsList(counts: Counts): string[] {
  return things().flatMap((thing) => {
    const value = counts[thing] ?? 0;
    const [one, many] = names[thing];
    return value > 0 ? [french(counted(value, one, many))] : [];
  });
}

/** The same as one part of a sentence; empty when there is nothing. */
export function countsWords(counts: Counts): string {
  return enumerated(countsList(counts));
}

function things(): readonly Thing[] {
  return [
    'versions',
    'positions',
    'followUps',
    'replies',
    'drafts',
    'sources',
    'documents',
    'answers',
    'notes',
    'withdrawals',
    'acts',
    'forms',
  ];
}
