import { z } from 'zod';
import type { Payload } from '../../ledger/payloads.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import type { Grid } from '../../positions/cells.ts';
import { cellOf } from '../../positions/cells.ts';
import type { Draft } from '../../positions/draft.ts';
import { basisLabels, stanceLabels } from '../../positions/labels.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { Version } from '../../standings/fold.ts';
import type { Notice } from './notice.ts';
import { readTyped, type TypedPosition } from './position-form.ts';
import { typedDate, typedFromPublishedSources, typedSources } from './typed-sources.ts';

const prefilled = z.object({ sujet: z.string().max(300).catch(''), demande: z.string().max(300).catch('') });

/** An empty form, with the cell that the address names. */
export function emptyForm(query: unknown): TypedPosition {
  return { ...readTyped({}), ...prefilled.parse(query) };
}

/** A draft as its form shows it: the same words, with room for the sources that are not there yet. */
export function typedFrom(grid: Grid, draft: Draft): TypedPosition {
  const cell = cellOf(grid, draft);
  const { stance, basis, summary, quote, condition, speaker, saidOn, reportedBy, reason, note } = draft;
  const sources = typedSources(draft.sources);
  const subject = cell?.list ? `${cell.movement}/${cell.list}` : (cell?.movement ?? '');
  const words = { stance, basis, summary, quote, condition, speaker, saidOn: typedDate(saidOn), reportedBy, reason, note };
  return { sujet: subject, demande: cell?.demand ?? '', ...words, sources };
}

/** What readers see now, as the form shows it: a correction starts from the words it corrects. */
export function typedFromPublished(payload: Payload<'position'>): TypedPosition {
  const { movement, list, demand, stance, basis, summary, quote, condition, speaker, saidOn, reportedBy, sources } = payload;
  const words = { stance, basis, summary, quote, condition, speaker, saidOn: typedDate(saidOn ?? ''), reportedBy };
  const texts = Object.fromEntries(Object.entries(words).map(([name, value]) => [name, value ?? '']));
  const typed = readTyped({ ...texts, sujet: list ? `${movement}/${list}` : movement, demande: demand });
  return { ...typed, sources: typedFromPublishedSources(sources) };
}

export function returnedNotice({ state, decisionReason }: DeskPosition): Notice[] {
  if (state !== 'returned') return [];
  return [{ heading: 'Cette position vous est revenue', lines: [{ term: 'Motif', text: decisionReason }] }];
}

/** What is public of this cell already: the next approval replaces it, in the open. */
export function publishedNotice(version: Version<'position'> | null, timeZone: string): Notice[] {
  if (!version) return [];
  const { payload, publishedAt, edition } = version;
  const said = payload ? `${stanceLabels[payload.stance]}. ${payload.summary}` : 'Une entrée retirée ou masquée.';
  return [
    {
      heading: french('Une position est déjà publiée pour cette case'),
      lines: [
        { term: 'Ce qu’elle dit', text: french(said) },
        { term: 'Publiée', text: `édition ${edition}, ${frenchInstant(publishedAt, timeZone)}` },
        {
          term: 'La vôtre',
          text: 'la remplacera ; l’ancienne restera visible, avec le motif de la correction.'.replace(' ;', '\u202f;'),
        },
      ],
    },
  ];
}

/** The other version of a position, so that whoever came second can take from it what they need. */
export function conflictNotice(grid: Grid, typed: TypedPosition, current: DeskPosition, heading = conflictHeading): Notice {
  const lines: [string, string][] = [
    ['Demande', grid.demands.find(({ slug }) => slug === typed.demande)?.shortTitle ?? ''],
    ['Position', typed.stance ? stanceLabels[typed.stance] : ''],
    ['Repose sur', typed.basis ? basisLabels[typed.basis] : ''],
    ['En une phrase', typed.summary],
    ['Citation', typed.quote],
    ['Condition', typed.condition],
    ['Qui', typed.speaker],
    ['Quand', typed.saidOn],
    ['Rapporté par', typed.reportedBy],
    ['Motif', typed.reason],
    ['Note', typed.note],
    ...typed.sources.map((source, index): [string, string] => [
      `Source ${index + 1}`,
      [source.url, source.title, source.publisher, source.publishedOn].filter(Boolean).join(', '),
    ]),
  ];
  return {
    heading: `${heading} (version ${current.version})`,
    lines: lines.filter(([, text]) => text !== '').map(([term, text]) => ({ term, text })),
  };
}

const conflictHeading = 'Quelqu’un a enregistré avant vous. Voici sa version ; la vôtre est encore dans le formulaire'.replace(
  ' ;',
  '\u202f;',
);
