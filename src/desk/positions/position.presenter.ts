import type { Person } from '../../accounts/can.ts';
import type { Freeze } from '../../campaigns/freeze.ts';
import { frozenWords } from '../../campaigns/freeze-words.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import { cellOf } from '../../positions/cells.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import { acceptedReading, mustCodeBlind, readingBy, undoable } from '../../positions/review.ts';
import { type ErrorSummary, summaryOf, type TextField, textField } from '../../web/form.ts';
import { nothingPreviewed, type PreviewedCell } from '../../web/preview.ts';
import { erasedWords } from '../erased-words.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import { headingOf } from './heading.ts';
import type { Notice } from './notice.ts';
import { type BlindReading, type Comparison, presentBlindReading, presentComparison } from './reading.presenter.ts';
import { type DeskRefusal, refusalWords } from './refusals.ts';
import { type DeskSource, presentSources } from './sources.presenter.ts';

export interface PositionPage {
  frame: DeskFrame;
  heading: string;
  state: string;
  errors: ErrorSummary | null;
  notices: Notice[];
  key: string;
  version: number;
  /** The second person has not coded yet: nothing below is shown but what they read. */
  blind: BlindReading | null;
  comparison: Comparison | null;
  /** What readers will see, drawn by the public pages' own parts; empty before the second code. */
  preview: PreviewedCell;
  /** The documents that stay at the desk, or all of them before they are public. */
  sources: DeskSource[];
  note: string;
  approve: { action: string; frozen: string; exception: TextField | null } | null;
  giveBack: { action: string; reason: TextField; label: string } | null;
  /** One small form each: taking back what this person did last. */
  undo: { action: string; label: string }[];
  /** Ways on from here. */
  ways: { href: string; label: string }[];
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/position': PositionPage;
  }
}

export interface PositionState {
  person: Person;
  token: string;
  key: string;
  campaign: DeskCampaign;
  position: DeskPosition;
  names: ReadonlyMap<number, string>;
  mayReview: boolean;
  mayExcept: boolean;
  freeze: Freeze | null;
  preview: PreviewedCell;
  refusal: DeskRefusal | null;
  typed: { reason: string; note: string; exception: string };
  notices: Notice[];
  done?: unknown;
}

/** A position as its second reader sees it: first what was said alone, then both codes, then the decision. */
export function presentPosition(view: PositionState): PositionPage {
  const { campaign, position, person, refusal } = view;
  const heading = headingOf(campaign, position);
  const blind = isBlind(view);
  const words = refusal ? refusalWords(refusal) : '';
  return {
    frame: deskFrame(heading, person, view.token, view.done, { campaign, path: links.reading(campaign.slug) }),
    heading,
    state: french(
      position.erasedAt === null ? stateOf(view) : `${stateOf(view)} ${erasedWords(position.erasedAt, campaign.timeZone)}`,
    ),
    errors: summaryOf(words ? new Map([[fieldOf(refusal), words]]) : new Map(), 'Cela n’a pas été fait'),
    notices: view.notices,
    key: view.key,
    version: position.version,
    blind: blind ? blindReading(view, refusal?.refused === 'not_coded' ? words : '') : null,
    comparison: comparisonOf(view),
    preview: blind ? nothingPreviewed : view.preview,
    sources: blind ? [] : presentSources(campaign.slug, position.sources).filter(({ evidence }) => evidence),
    note: blind ? '' : position.note,
    approve: approvalOf(view),
    giveBack: givingBackOf(view),
    undo: undoOf(view),
    ways: waysOf(view),
  };
}

function isBlind({ position, person, mayReview }: PositionState): boolean {
  return mayReview && mustCodeBlind(position, person.id);
}

function fieldOf(refusal: DeskRefusal | null): string {
  if (refusal?.refused === 'unsettled') return 'reglement';
  if (refusal?.refused === 'not_coded') return 'code';
  return refusal?.refused === 'frozen' ? 'approuver' : 'motif';
}

function blindReading({ campaign, position }: PositionState, error: string): BlindReading | null {
  const demand = campaign.grid.demands.find(({ id }) => id === position.demandId);
  return demand ? presentBlindReading(campaign.slug, position, demand, error) : null;
}

function comparisonOf({ position, person, names, typed, refusal }: PositionState): Comparison | null {
  const reading = readingBy(position, person.id) ?? acceptedReading(position);
  if (!reading || position.erasedAt !== null) return null;
  const who = reading.readerId === person.id ? 'Vous' : (names.get(reading.readerId) ?? '');
  const error = refusal?.refused === 'unsettled' ? refusalWords(refusal) : '';
  return presentComparison(reading, who, typed.note || reading.note, error);
}

function approvalOf({ position, person, freeze, mayExcept, typed, mayReview }: PositionState): PositionPage['approve'] {
  const reading = readingBy(position, person.id);
  if (!mayReview || position.state !== 'submitted' || !reading || reading.acceptedAt || position.erasedAt !== null) return null;
  const hint = 'Réservé à l’erreur matérielle. Le motif est public, dans la note de l’édition.';
  const label = 'Motif pour publier malgré la période de réserve';
  return {
    action: links.step(position.id, 'approbation'),
    frozen: freeze ? french(frozenWords(freeze)) : '',
    exception:
      freeze && mayExcept
        ? textField({ id: 'exception', label, hint, kind: 'textarea', rows: 2, value: typed.exception }, new Map())
        : null,
  };
}

function givingBackOf({ position, person, mayReview, typed, refusal, names }: PositionState): PositionPage['giveBack'] {
  if (!mayReview || position.state !== 'submitted' || position.authors.includes(person.id)) return null;
  if (position.erasedAt !== null) return null;
  if (readingBy(position, person.id)?.acceptedAt) return null;
  const problems = refusal?.refused === 'no_reason' ? new Map([['motif', refusalWords(refusal)]]) : new Map<string, string>();
  // What a list sent by its link has nobody at the desk to go back to: whoever wants to complete it takes it from the returned ones.
  const fromList = position.authors.every((id) => names.get(id)?.startsWith('La liste'));
  const hint = fromList
    ? 'Pourquoi elle ne peut pas être publiée ainsi. La liste n’en est pas prévenue d’ici : écrivez-lui.'
    : 'Ce qu’il faut corriger ou compléter.';
  return {
    action: links.step(position.id, 'retour'),
    label: fromList ? 'Rendre au bureau, sans publier' : 'Retourner à l’auteur',
    reason: textField(
      { id: 'motif', label: fromList ? 'Motif' : 'Motif du retour', hint: french(hint), kind: 'textarea', value: typed.reason },
      problems,
    ),
  };
}

function undoOf({ position, person }: PositionState): PositionPage['undo'] {
  if (position.erasedAt !== null) return [];
  const isAuthor = position.authors.includes(person.id);
  if (position.state === 'submitted' && isAuthor)
    return [{ action: links.step(position.id, 'reprise'), label: 'Reprendre pour modifier' }];
  return undoable(position, person.id) === 'acceptance'
    ? [{ action: links.step(position.id, 'annulation'), label: 'Retirer mon approbation' }]
    : [];
}

function waysOf({ campaign: { grid, slug }, position }: PositionState): PositionPage['ways'] {
  const cell = cellOf(grid, position);
  if (position.state === 'approved' && cell) {
    const href = links.publicCell(slug, cell.movement, cell.demand, cell.list);
    return [
      { href, label: 'Voir ce que lisent les électeurs' },
      { href: links.reading(slug), label: 'Continuer la relecture' },
    ];
  }
  return acceptedReading(position) ? [{ href: links.publications(slug), label: 'Publier avec d’autres' }] : [];
}

function stateOf({ position, names, campaign }: PositionState): string {
  const authors = position.authors.map((id) => names.get(id) ?? '').join(', ');
  const by = `Écrite par ${authors.replace(/^La liste/, 'la liste')}`;
  const at = frenchInstant(position.updatedAt, campaign.timeZone);
  const accepted = acceptedReading(position);
  if (accepted) return `${by}, approuvée par ${names.get(accepted.readerId) ?? ''}. Elle attend d’être publiée.`;
  if (position.state === 'submitted') return `${by}. Soumise à la relecture le ${at}.`;
  if (position.state === 'approved') {
    return `${by}, relue par ${names.get(position.reviewerId ?? 0) ?? ''}. Publiée dans l’édition ${position.editionNumber} le ${at}.`;
  }
  return `${by}. Brouillon.`;
}
