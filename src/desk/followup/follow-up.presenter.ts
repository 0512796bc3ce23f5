import type { Person } from '../../accounts/can.ts';
import type { Freeze } from '../../campaigns/freeze.ts';
import { frozenWords } from '../../campaigns/freeze-words.ts';
import type { DeskFollowUp } from '../../followup/follow-up.repository.ts';
import type { FollowUpRefused } from '../../followup/follow-ups.service.ts';
import { waits } from '../../followup/review.ts';
import { frenchDate, frenchInstant } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import { labels } from '../../positions/labels.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import { type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../../web/form.ts';
import { erasedWords } from '../erased-words.ts';
import { type DeskFrame, deskFrame, withProofStyle } from '../frame.presenter.ts';
import { links } from '../links.ts';
import type { Notice } from '../positions/notice.ts';
import { type DeskSource, presentSources } from '../positions/sources.presenter.ts';
import { followUpHeading } from './heading.ts';
import { followUpRefusalWords } from './refusals.ts';

export interface FollowUpPage {
  frame: DeskFrame;
  heading: string;
  eyebrow: { href: string; label: string };
  state: string;
  errors: ErrorSummary | null;
  notices: Notice[];
  key: string;
  version: number;
  /** What readers will see of the pledge since the vote; empty where nothing can be drawn. */
  preview: string;
  facts: { term: string; text: string }[];
  sources: DeskSource[];
  /** Never published. */
  kept: { term: string; text: string }[];
  accept: { action: string; frozen: string; exception: TextField | null } | null;
  giveBack: { action: string; reason: TextField } | null;
  undo: { action: string; label: string }[];
  ways: { href: string; label: string }[];
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/followup/follow-up': FollowUpPage;
  }
}

export interface FollowUpState {
  person: Person;
  token: string;
  key: string;
  campaign: DeskCampaign;
  followUp: DeskFollowUp;
  names: ReadonlyMap<number, string>;
  mayReview: boolean;
  mayExcept: boolean;
  freeze: Freeze | null;
  preview: string;
  notices: Notice[];
  refused: FollowUpRefused | null;
  typed: { reason: string; exception: string };
  done?: unknown;
}

/** A follow-up as its second reader sees it: the words, the proof, and then the decision. */
export function presentFollowUpPage(view: FollowUpState): FollowUpPage {
  const { campaign, followUp, person } = view;
  const heading = followUpHeading(campaign, followUp);
  return {
    frame: withProofStyle(deskFrame(heading, person, view.token, view.done, { campaign, path: links.followUps(campaign.slug) })),
    heading,
    eyebrow: { href: links.followUps(campaign.slug), label: 'Suivi' },
    state: french(
      followUp.erasedAt === null ? stateOf(view) : `${stateOf(view)} ${erasedWords(followUp.erasedAt, campaign.timeZone)}`,
    ),
    errors: summaryOf(problemsOf(view.refused), 'Cela n’a pas été fait'),
    notices: view.notices,
    key: view.key,
    version: followUp.version,
    preview: view.preview,
    facts: written([
      ['Ce que devient l’engagement', followUp.verdict ? labels.fr.verdict[followUp.verdict] : ''],
      ['Selon qui', followUp.accordingTo],
      ['Le fait', followUp.fact],
      ['Quand', followUp.happenedOn && frenchDate(followUp.happenedOn)],
      ['Motif de la correction', followUp.reason],
    ]),
    sources: followUp.erasedAt === null ? presentSources(campaign.slug, followUp.sources) : [],
    kept: followUp.erasedAt === null ? keptOf(followUp) : [],
    accept: acceptanceOf(view),
    giveBack: givingBackOf(view),
    undo: undoOf(view),
    ways: waysOf(view),
  };
}

function keptOf({ replyOfferedOn, note }: DeskFollowUp): FollowUpPage['kept'] {
  return written([
    ['Réponse proposée au mouvement', replyOfferedOn ? `le ${frenchDate(replyOfferedOn)}` : 'pas encore'],
    ['Note pour l’équipe', note],
  ]);
}

function written(facts: readonly [string, string][]): FollowUpPage['facts'] {
  return facts.flatMap(([term, text]) => (text ? [{ term: french(term), text: french(text) }] : []));
}

function problemsOf(refused: FollowUpRefused | null): Problems {
  if (!refused) return new Map();
  return new Map([[refused.refused === 'frozen' ? 'accepter' : 'motif', followUpRefusalWords(refused)]]);
}

function mayDecide({ followUp, mayReview, person }: FollowUpState): boolean {
  return mayReview && !followUp.authors.includes(person.id);
}

function acceptanceOf(view: FollowUpState): FollowUpPage['accept'] {
  const { followUp, freeze, mayExcept, typed } = view;
  if (followUp.state !== 'submitted' || !waits(followUp) || !mayDecide(view)) return null;
  const hint = 'Réservé à l’erreur matérielle. Le motif est public, dans la note de l’édition.';
  const label = 'Motif pour publier malgré la période de réserve';
  const exception = textField({ id: 'exception', label, hint, kind: 'textarea', rows: 2, value: typed.exception }, new Map());
  return {
    action: links.followUpStep(followUp.id, 'approbation'),
    frozen: freeze ? french(frozenWords(freeze)) : '',
    exception: freeze && mayExcept ? exception : null,
  };
}

function givingBackOf(view: FollowUpState): FollowUpPage['giveBack'] {
  const { followUp, refused, typed } = view;
  if (!waits(followUp) || !mayDecide(view)) return null;
  const problems = refused?.refused === 'no_reason' ? problemsOf(refused) : new Map<string, string>();
  const field = {
    id: 'motif',
    label: 'Motif du retour',
    hint: 'Ce qu’il faut corriger ou compléter.',
    kind: 'textarea',
  } as const;
  return { action: links.followUpStep(followUp.id, 'retour'), reason: textField({ ...field, value: typed.reason }, problems) };
}

function undoOf({ followUp, person }: FollowUpState): FollowUpPage['undo'] {
  if (!waits(followUp) || !followUp.authors.includes(person.id)) return [];
  return [{ action: links.followUpStep(followUp.id, 'reprise'), label: 'Reprendre pour modifier' }];
}

function waysOf({ campaign: { slug, grid }, followUp }: FollowUpState): FollowUpPage['ways'] {
  if (followUp.state === 'accepted' && waits(followUp))
    return [{ href: links.publications(slug), label: 'Publier avec d’autres' }];
  if (followUp.state !== 'published') return [];
  const movement = grid.movements.find(({ id }) => id === followUp.movementId)?.slug ?? '';
  const demand = grid.demands.find(({ id }) => id === followUp.demandId)?.slug ?? '';
  return [{ href: links.publicCell(slug, movement, demand, null), label: 'Voir ce que lisent les électeurs' }];
}

function stateOf({ followUp, names, campaign }: FollowUpState): string {
  const name = (id: number | null) => names.get(id ?? 0) ?? '';
  const by = `Écrit par ${followUp.authors.map(name).join(', ')}`;
  const at = frenchInstant(followUp.updatedAt, campaign.timeZone);
  const states: Record<DeskFollowUp['state'], string> = {
    draft: `${by}. Brouillon.`,
    submitted: `${by}. Soumis à la relecture le ${at}.`,
    returned: `${by}. Retourné par ${name(followUp.reviewerId)} le ${at}.`,
    accepted: `${by}, accepté par ${name(followUp.reviewerId)}. Il attend d’être publié.`,
    published: `${by}, relu par ${name(followUp.reviewerId)}. Publié dans l’édition ${followUp.editionNumber} le ${at}.`,
  };
  return states[followUp.state];
}
