import { z } from 'zod';
import type { FollowUpDraft, FollowUpGap } from '../../followup/follow-up.ts';
import { verdicts } from '../../followup/verdict.ts';
import type { Payload } from '../../ledger/payloads.ts';
import type { Grid } from '../../positions/cells.ts';
import {
  line,
  type ReadingForm,
  readDate,
  readSources,
  readTypedSources,
  type TypedSource,
  text,
} from '../positions/source-form.ts';
import { typedDate, typedFromPublishedSources, typedSources } from '../positions/typed-sources.ts';

/** The form as it was typed: kept whole, so that a refusal gives every word back. */
const typedFollowUp = z.object({
  sujet: line,
  demande: line,
  fait: text,
  quand: line,
  verdict: z.enum(verdicts).nullable().catch(null),
  selon: line,
  /** The subject of the published follow-up that this one corrects; empty for a new fact. */
  corriger: line,
  raison: text,
  offre: line,
  note: text,
});
export type TypedFollowUp = z.infer<typeof typedFollowUp> & { sources: TypedSource[] };

export function readTypedFollowUp(body: unknown): TypedFollowUp {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(body);
  return { ...typedFollowUp.parse(given), sources: readTypedSources(given) };
}

export interface ReadingFollowUp extends ReadingForm {
  grid: Grid;
  /** The published follow-up of this subject, if it is public now: a correction stays on the pledge of what it corrects. */
  findPublished(subject: string): Payload<'assessment'> | null;
}

/** What cannot be kept even as a draft, by field, in words; or the draft. */
export function readFollowUp(
  typed: TypedFollowUp,
  { grid, findPublished, ...form }: ReadingFollowUp,
): { draft: FollowUpDraft } | { problems: Map<string, string> } {
  const problems = new Map<string, string>();
  const corrected = typed.corriger === '' ? null : findPublished(typed.corriger);
  const movement = grid.movements.find(({ slug }) => slug === (corrected?.movement ?? typed.sujet));
  const demand = grid.demands.find(({ slug }) => slug === (corrected?.demand ?? typed.demande));
  if (!movement) problems.set('sujet', 'Choisissez le mouvement dont on suit l’engagement.');
  if (!demand) problems.set('demande', 'Choisissez la demande dont il s’agit.');
  const happenedOn = readDate('quand', typed.quand, form.today, problems);
  const replyOfferedOn = readDate('offre', typed.offre, form.today, problems);
  const sources = readSources(typed.sources, form, problems);
  if (problems.size > 0 || !movement || !demand) return { problems };
  const { fait: fact, verdict, selon: accordingTo, corriger: corrects, raison: reason, note } = typed;
  const words = { fact, happenedOn, verdict, accordingTo, corrects, reason, replyOfferedOn, note };
  return { draft: { movementId: movement.id, demandId: demand.id, ...words, sources } };
}

/** What is asked of the volunteer for each gap, and at which field. */
export const gapWords: Record<FollowUpGap, { field: string; text: string }> = {
  fact: { field: 'fait', text: 'Écrivez ce qui s’est passé.' },
  happenedOn: { field: 'quand', text: 'Dites quand.' },
  verdict: { field: 'verdict', text: 'Choisissez ce que devient l’engagement, ou « Pas encore évalué ».' },
  accordingTo: { field: 'selon', text: 'Un verdict est un jugement : dites selon qui.' },
  reason: { field: 'raison', text: 'Dites pourquoi le suivi déjà publié change : ce motif sera public.' },
  sources: {
    field: 'url-1',
    text: 'Donnez l’adresse de la source ; sans adresse, son titre, qui publie et la date.',
  },
};

/** A draft as its form shows it. */
export function typedFromDraft(grid: Grid, draft: FollowUpDraft): TypedFollowUp {
  const { fact, happenedOn, verdict, accordingTo, corrects, reason, replyOfferedOn, note, sources } = draft;
  return {
    sujet: grid.movements.find(({ id }) => id === draft.movementId)?.slug ?? '',
    demande: grid.demands.find(({ id }) => id === draft.demandId)?.slug ?? '',
    fait: fact,
    quand: typedDate(happenedOn),
    verdict,
    selon: accordingTo,
    corriger: corrects,
    raison: reason,
    offre: typedDate(replyOfferedOn),
    note,
    sources: typedSources(sources),
  };
}

/** What readers see now, as the form shows it: a correction starts from the words it corrects. */
export function typedFromPublished(subject: string, payload: Payload<'assessment'>): TypedFollowUp {
  const { movement, demand, fact, happenedOn, verdict, accordingTo, sources } = payload;
  const words = { fait: fact, quand: typedDate(happenedOn), verdict, selon: accordingTo ?? '' };
  const typed = readTypedFollowUp({ ...words, sujet: movement, demande: demand, corriger: subject });
  return { ...typed, sources: typedFromPublishedSources(sources) };
}
