import { z } from 'zod';
import { newToken } from '../../accounts/tokens.ts';
import type { Grid } from '../../positions/cells.ts';
import type { Draft, Gap } from '../../positions/draft.ts';
import { bases, stances } from '../../positions/stance.ts';
import { line, type ReadingForm, readDate, readSources, readTypedSources, type TypedSource, text } from './source-form.ts';

/** The form as it was typed: kept whole, so that a refusal gives every word back. */
const typedPosition = z.object({
  sujet: line,
  demande: line,
  stance: z.enum(stances).nullable().catch(null),
  basis: z.enum(bases).nullable().catch(null),
  summary: text,
  quote: text,
  condition: text,
  speaker: line,
  saidOn: line,
  reportedBy: line,
  reason: text,
  note: text,
});
export type TypedPosition = z.infer<typeof typedPosition> & { sources: TypedSource[] };

const sent = z.object({
  /** A form without its key is applied all the same, but only that once. */
  cle: z.string().min(16).max(100).catch(newToken),
  version: z.coerce.number().int().min(0).catch(0),
  suite: z.string().catch(''),
  /** The name of a form that makes something new; see Sending.origin. */
  origine: z.string().min(16).max(100).catch(''),
  motif: text,
});
export type Sent = z.infer<typeof sent>;

/** What every form of a position carries beside its words: its key, the version that was read, what to do next. */
export function readSent(body: unknown): Sent {
  return sent.parse(body ?? {});
}

export function readTyped(body: unknown): TypedPosition {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(body);
  return { ...typedPosition.parse(given), sources: readTypedSources(given) };
}

/** What cannot be kept even as a draft, by field, in words; or the draft. */
export type ReadDraft = { draft: Draft } | { problems: Map<string, string> };

export interface ReadingGrid extends ReadingForm {
  grid: Grid;
}

export function readDraft(typed: TypedPosition, { grid, ...form }: ReadingGrid): ReadDraft {
  const problems = new Map<string, string>();
  const subject = subjectOf(grid, typed.sujet);
  const demand = grid.demands.find(({ slug }) => slug === typed.demande);
  if (!subject) problems.set('sujet', 'Choisissez de qui vient cette position.');
  if (!demand) problems.set('demande', 'Choisissez la demande dont il s’agit.');
  const saidOn = readDate('saidOn', typed.saidOn, form.today, problems);
  const sources = readSources(typed.sources, form, problems);
  if (problems.size > 0 || !subject || !demand) return { problems };
  const { stance, basis, summary, quote, condition, speaker, reportedBy, reason, note } = typed;
  const words = { stance, basis, summary, quote, condition, speaker, saidOn, reportedBy, reason, note };
  return { draft: { ...subject, demandId: demand.id, ...words, sources } };
}

/** `pre-vert`, or `pre-vert/secteur-2-tour-1-panneau-4`: how the form and the addresses of the desk name who speaks. */
export function subjectOf(grid: Grid, subject: string): Pick<Draft, 'movementId' | 'listId'> | null {
  const [slug, key] = subject.split('/');
  const movement = grid.movements.find((each) => each.slug === slug);
  if (!movement) return null;
  if (key === undefined) return { movementId: movement.id, listId: null };
  const list = grid.lists.find((each) => each.key === key && each.movementId === movement.id);
  return list ? { movementId: movement.id, listId: list.id } : null;
}

/** What is asked of the volunteer for each gap, and at which field. */
export const gapWords: Record<Gap, { field: string; text: string }> = {
  stance: { field: 'stance', text: 'Choisissez ce que dit cette position.' },
  condition: { field: 'condition', text: 'Un engagement en partie cite sa condition ou ce qui manque.' },
  summary: { field: 'summary', text: 'Résumez en une phrase ce qui a été dit.' },
  basis: { field: 'basis', text: 'Dites sur quoi repose cette position.' },
  quote: { field: 'quote', text: 'Citez les mots exacts.' },
  speaker: { field: 'speaker', text: 'Dites qui a parlé ou signé.' },
  saidOn: { field: 'saidOn', text: 'Dites quand.' },
  reportedBy: { field: 'reportedBy', text: 'Dites qui rapporte ces propos.' },
  sources: {
    field: 'url-1',
    text: 'Donnez l’adresse de la source ; sans adresse, son titre, qui publie et la date. Des positions contradictoires en ont deux.',
  },
  reason: { field: 'reason', text: 'Dites pourquoi la position déjà publiée change : ce motif sera public.' },
};
