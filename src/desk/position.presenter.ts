import type { Person } from '../accounts/can.ts';
import { frenchDate, frenchInstant } from '../lib/dates.ts';
import { french } from '../lib/typography.ts';
import { cellOf } from '../positions/cells.ts';
import { basisLabels, isDeclared, stanceLabels } from '../positions/labels.ts';
import type { DeskPosition } from '../positions/positions.repository.ts';
import type { DeskCampaign, Outcome } from '../positions/positions.service.ts';
import { type ErrorSummary, summaryOf, type TextField, textField } from './form.ts';
import { type DeskFrame, deskFrame } from './frame.presenter.ts';
import { links } from './links.ts';
import type { PositionFormPage } from './position-form.presenter.ts';

export interface PositionPage {
  frame: DeskFrame;
  heading: string;
  campaign: string;
  state: string;
  errors: ErrorSummary | null;
  notices: PositionFormPage['notices'];
  answer: { state: string; label: string; detail: string; declared: boolean; silent: boolean; note: string };
  rule: string;
  quote: string;
  summary: string;
  facts: { term: string; text: string }[];
  sources: { href: string; title: string; detail: string; evidence: null }[];
  note: string;
  key: string;
  version: number;
  /** The reviewer's two ways; null for whoever may not decide. */
  decide: { approve: string; giveBack: string; reason: TextField } | null;
  /** An author takes it back; empty when it cannot be. */
  takeBack: string;
  /** Once published: where readers see it. */
  published: { href: string; label: string } | null;
}

declare module '../web/views.ts' {
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
  refused: { refused: Refused } | null;
  typedReason: string;
  notices: PositionFormPage['notices'];
  done?: unknown;
}

/** `changed`: someone saved or decided between the reading and the deciding. */
type Refused = Extract<Outcome, { refused: unknown }>['refused'] | 'changed';

const refusals: Record<Refused, string> = {
  not_editable: 'Cette position n’est plus un brouillon : elle ne se modifie plus.',
  not_submitted: 'Quelqu’un s’est déjà prononcé sur cette position.',
  own_work: 'Vous avez écrit une part de cette position : une autre personne doit la lire.',
  no_reason: 'Dites pourquoi vous retournez cette position : l’auteur travaillera d’après vos mots.',
  incomplete: 'Il manque quelque chose à cette position. Retournez-la à son auteur.',
  changed: 'Cette position a changé pendant que vous la lisiez. Relisez-la : voici sa version actuelle.',
  not_published: 'Cette campagne n’est pas encore publiée.',
};

/** A position as its second reader sees it: what is said, the rule, the proof; then the decision. */
export function presentPosition(view: PositionState): PositionPage {
  const { campaign, position, person, refused } = view;
  const { authors, state } = position;
  const isAuthor = authors.includes(person.id);
  const problems = new Map(refused ? [['motif', refusals[refused.refused]]] : []);
  const heading = headingOf(campaign, position);
  return {
    frame: deskFrame(heading, person, view.token, view.done, { campaign, path: links.position(position.id) }),
    heading,
    campaign: french(campaign.title),
    state: french(stateOf(view)),
    errors: summaryOf(problems, 'Cela n’a pas été fait'),
    notices: view.notices,
    answer: answerOf(position),
    rule: french(ruleOf(campaign, position)),
    quote: position.quote,
    summary: french(position.summary),
    facts: factsOf(position),
    sources: position.sources.map(({ url, title, publisher, publishedOn }) => ({
      href: url,
      title,
      detail: publishedOn ? `${publisher}, ${frenchDate(publishedOn)}` : publisher,
      evidence: null,
    })),
    note: position.note,
    key: view.key,
    version: position.version,
    decide:
      state === 'submitted' && view.mayReview && !isAuthor
        ? {
            approve: links.step(position.id, 'approbation'),
            giveBack: links.step(position.id, 'retour'),
            reason: textField(
              {
                id: 'motif',
                label: 'Motif du retour',
                hint: 'Ce qu’il faut corriger ou compléter.',
                kind: 'textarea',
                value: view.typedReason,
              },
              refused?.refused === 'no_reason' ? problems : new Map(),
            ),
          }
        : null,
    takeBack: state === 'submitted' && isAuthor ? links.step(position.id, 'reprise') : '',
    published: publishedAt(campaign, position),
  };
}

/** `Pré Vert : Réduire les caméras`, with the list's sector when a list speaks. */
export function headingOf({ grid }: DeskCampaign, { movementId, listId, demandId }: DeskPosition): string {
  const movement = grid.movements.find(({ id }) => id === movementId)?.name ?? '';
  const race = grid.lists.find(({ id }) => id === listId)?.race;
  const demand = grid.demands.find(({ id }) => id === demandId)?.shortTitle ?? '';
  return french(`${race ? `${movement}, ${race}` : movement} : ${demand}`);
}

function stateOf({ position, names, campaign }: PositionState): string {
  const authors = position.authors.map((id) => names.get(id) ?? '').join(', ');
  const by = `Écrite par ${authors}`;
  const at = frenchInstant(position.updatedAt, campaign.timeZone);
  if (position.state === 'submitted') return `${by}. Soumise à la relecture le ${at}.`;
  if (position.state === 'approved') {
    return `${by}, relue par ${names.get(position.reviewerId ?? 0) ?? ''}. Publiée dans l’édition ${position.editionNumber} le ${at}.`;
  }
  return `${by}. Brouillon.`;
}

function answerOf({ stance, basis }: DeskPosition): PositionPage['answer'] {
  const common = { silent: false, note: '' };
  if (!stance || !basis) return { ...common, state: 'unclear', label: 'Pas encore codée', detail: '', declared: false };
  return { ...common, state: stance, label: stanceLabels[stance], detail: basisLabels[basis], declared: isDeclared(basis) };
}

function ruleOf({ grid }: DeskCampaign, { demandId, stance }: DeskPosition): string {
  const demand = grid.demands.find(({ id }) => id === demandId);
  if (!demand) return '';
  if (stance === 'commits') return demand.ruleCommits;
  if (stance === 'commits_in_part') return demand.ruleCommitsInPart;
  return stance === 'refuses' ? demand.ruleRefuses : '';
}

function factsOf(position: DeskPosition): PositionPage['facts'] {
  const facts: [string, string][] = [
    ['Réserve ou condition', position.condition],
    ['Qui l’a dit', position.speaker],
    ['Quand', position.saidOn && frenchDate(position.saidOn)],
    ['Rapporté par', position.reportedBy],
    ['Motif de la correction', position.reason],
  ];
  return facts.flatMap(([term, text]) => (text ? [{ term, text }] : []));
}

function publishedAt({ grid, slug }: DeskCampaign, position: DeskPosition): PositionPage['published'] {
  const cell = cellOf(grid, position);
  if (position.state !== 'approved' || !cell) return null;
  return { href: links.publicCell(slug, cell.movement, cell.demand, cell.list), label: 'Voir ce que lisent les électeurs' };
}
