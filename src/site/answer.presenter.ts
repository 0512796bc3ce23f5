import type { Payload } from '../ledger/payloads.ts';
import { onFrenchDate } from '../lib/dates.ts';
import { counted, enumerated, french } from '../lib/typography.ts';
import { basisLabels, contactLabels, isDeclared, stanceLabels } from '../positions/labels.ts';
import type { ContactStatus, Stance } from '../positions/stance.ts';
import type { Answer } from '../standings/scoreboard.ts';
import type { View } from '../web/view.ts';

/** What is drawn of an answer wherever it stands: on the board, on a list's page, above its proof. */
export interface AnswerView {
  /** The icon, the class and the key of the legend at once. */
  state: Stance | ContactStatus;
  label: string;
  /** For a silence: what came of our asking. For a position: what the coding rests on. */
  detail: string;
  /** True for a signed reply alone: what the campaign reads by itself must look otherwise. */
  declared: boolean;
  silent: boolean;
  note: string;
}

/** A cell of a board: the answer with the ways to its proof. */
export interface CellView extends AnswerView {
  demand: string;
  href: string;
  /** What the link is called by someone who hears it out of its table. */
  hrefLabel: string;
  source: { href: string; label: string } | null;
  differing: string;
}

export function presentAnswer(answer: Answer): AnswerView {
  if (answer.kind === 'silence') {
    return {
      state: answer.status,
      label: contactLabels[answer.status],
      detail: silenceDetail(answer.status, answer.asked),
      declared: false,
      silent: true,
      note: goneNote(answer),
    };
  }
  const { position, toConfirm } = answer;
  return {
    state: position.stance,
    label: stanceLabels[position.stance],
    detail: basisLabels[position.basis],
    declared: isDeclared(position.basis),
    silent: false,
    note: toConfirm ? 'À confirmer' : '',
  };
}

export interface CellPlace {
  movement: Payload<'movement'>;
  demand: Payload<'demand'>;
  differing: number;
}

export function presentCell({ links }: View, answer: Answer, { movement, demand, differing }: CellPlace): CellView {
  const view = presentAnswer(answer);
  const list = answer.kind === 'position' ? answer.position.list : null;
  return {
    ...view,
    demand: `${demand.number}. ${french(demand.shortTitle)}`,
    href: links.cell(movement.slug, demand.slug, list),
    hrefLabel: `${view.label} : ${french(movement.name)}, demande ${demand.number}`.replace(' :', '\u00a0:'),
    source: answer.kind === 'position' ? firstSource(answer.position) : null,
    differing: differing === 0 ? '' : `${counted(differing, 'liste de secteur diffère', 'listes de secteur diffèrent')}`,
  };
}

function firstSource({ sources }: Payload<'position'>): CellView['source'] {
  const source = sources.find((each) => each.url !== null);
  return source?.url ? { href: source.url, label: french(source.publisher) } : null;
}

function silenceDetail(status: ContactStatus, asked: Payload<'contact'>['asked']): string {
  if (status === 'answered') return 'sans se prononcer sur cette demande';
  if (asked.length === 0) return '';
  return `sollicitée ${enumerated(asked.map(({ on }) => onFrenchDate(on)))}`;
}

/** A position that was there and is no more leaves its trace. */
function goneNote({ standing }: Extract<Answer, { kind: 'silence' }>): string {
  if (standing?.current?.lifecycle === 'withdrawn') return 'Position retirée par son auteur';
  if (standing?.gap?.kind === 'withdrawn') return 'Une entrée a été retirée';
  if (standing?.gap?.kind === 'redacted') return 'Une entrée a été masquée';
  return '';
}
