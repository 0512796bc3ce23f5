import type { Person } from '../../accounts/can.ts';
import type { Freeze } from '../../campaigns/freeze.ts';
import { frozenWords } from '../../campaigns/freeze-words.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import type { NamedEntry, NamedKind } from '../../positions/named-entry.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import type { Withdrawal } from '../../positions/withdrawals.repository.ts';
import type { PublicState, Standing } from '../../standings/fold.ts';
import { type ErrorSummary, summaryOf, type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame, withProofStyle } from '../frame.presenter.ts';
import { links } from '../links.ts';
import { entryName } from './entry-name.ts';
import { type DeskRefusal, refusalWords } from './refusals.ts';

export interface PublishedEntryPage {
  frame: DeskFrame;
  heading: string;
  eyebrow: { href: string; label: string };
  errors: ErrorSummary | null;
  key: string;
  /** What names it in each form: `position` or `suivi`, and its subject. */
  genre: string;
  subject: string;
  /** Empty once readers see nothing of it. */
  preview: string;
  frozen: string;
  /** The ways to change it in the open; each is null where it is not open to this person, or no longer makes sense. */
  correct: string;
  propose: { action: string; reason: TextField; open: boolean } | null;
  decide: { action: string; proposal: string; reason: TextField; exception: TextField | null } | null;
  waiting: string;
  /** Where the law is obeyed; null for whoever may not. */
  redact: { href: string; label: string } | null;
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/published-entry': PublishedEntryPage;
  }
}

export interface PublishedEntryState {
  person: Person;
  token: string;
  key: string;
  campaign: DeskCampaign;
  state: PublicState;
  entry: NamedEntry;
  standing: Standing<NamedKind>;
  proposal: Withdrawal | null;
  names: ReadonlyMap<number, string>;
  mayReview: boolean;
  mayRedact: boolean;
  mayExcept: boolean;
  freeze: Freeze | null;
  preview: string;
  refusal: DeskRefusal | null;
  typed: { reason: string; exception: string };
  done: unknown;
}

/** One published entry, and the three ways it changes, all of them public: corrected, withdrawn by two, erased by law. */
export function presentPublishedEntry(view: PublishedEntryState): PublishedEntryPage {
  const { campaign, state, entry, standing, person, freeze } = view;
  const heading = entryName(state, entry);
  const part = entry.kind === 'assessment' ? { href: links.followUps(campaign.slug), label: 'Suivi' } : publications(campaign);
  const isLive = standing.current !== null;
  return {
    frame: withProofStyle(deskFrame(heading, person, view.token, view.done, { campaign, path: part.href })),
    heading,
    eyebrow: part,
    errors: summaryOf(problemOf(view), 'Cela n’a pas été fait'),
    key: view.key,
    genre: entry.kind === 'assessment' ? 'suivi' : 'position',
    subject: standing.subject,
    preview: view.preview,
    frozen: freeze ? french(frozenWords(freeze)) : '',
    correct: isLive ? links.correction(campaign.slug, entry) : '',
    propose: isLive && !view.proposal ? proposing(view) : null,
    decide: decidingOf(view),
    waiting: waitingOf(view),
    redact: view.mayRedact ? erasing(view) : null,
  };
}

function publications({ slug }: DeskCampaign): PublishedEntryPage['eyebrow'] {
  return { href: links.publications(slug), label: 'Publications' };
}

function erasing({ campaign, standing, entry }: PublishedEntryState): PublishedEntryPage['redact'] {
  const label = standing.gap?.kind === 'redacted' ? 'Ce qui a été effacé' : 'Masquer et effacer';
  return { href: links.erasing(campaign.slug, entry), label };
}

/** Why it was not done, by the field that it is about: withdrawing asks for other reasons than sending a position back. */
function problemOf({ refusal, proposal }: PublishedEntryState): ReadonlyMap<string, string> {
  if (refusal === null) return new Map();
  if (refusal.refused === 'own_work') {
    return new Map([['corriger', 'Vous avez proposé ce retrait : une autre personne en décide.']]);
  }
  if (refusal.refused !== 'no_reason') return new Map([['corriger', refusalWords(refusal)]]);
  return proposal
    ? new Map([['motif-decision', 'Dites pourquoi cette entrée reste publiée : la personne qui a proposé le retrait le lira.']])
    : new Map([['motif-retrait', 'Dites pourquoi cette entrée est retirée : le motif sera public.']]);
}

function proposing(view: PublishedEntryState): PublishedEntryPage['propose'] {
  const hint = 'Ce motif sera public : pourquoi cette entrée n’aurait pas dû être publiée.';
  const field = { id: 'motif-retrait', name: 'motif', label: 'Motif du retrait', hint, kind: 'textarea', rows: 2 } as const;
  const problems = problemOf(view);
  const reason = textField({ ...field, value: view.typed.reason }, problems);
  return { action: links.withdrawals(view.campaign.slug), reason, open: problems.has(field.id) };
}

function decidingOf(view: PublishedEntryState): PublishedEntryPage['decide'] {
  const { proposal, person, mayReview, typed, freeze, mayExcept, names } = view;
  if (!proposal || !mayReview || proposal.authorId === person.id) return null;
  const hint = 'Seulement si l’entrée reste publiée.';
  const field = {
    id: 'motif-decision',
    name: 'motif',
    label: 'Pourquoi l’entrée reste',
    hint,
    kind: 'textarea',
    rows: 2,
  } as const;
  const exception = {
    id: 'exception',
    label: 'Motif pour agir malgré la période de réserve',
    kind: 'textarea',
    rows: 2,
  } as const;
  return {
    action: links.withdrawal(proposal.id),
    proposal: french(`${names.get(proposal.authorId) ?? ''} propose le retrait, avec ce motif public : ${proposal.reason}`),
    reason: textField({ ...field, value: typed.reason }, problemOf(view)),
    exception: freeze && mayExcept ? textField({ ...exception, value: typed.exception }, new Map()) : null,
  };
}

function waitingOf({ proposal, person, mayReview, campaign, names }: PublishedEntryState): string {
  if (!proposal || (mayReview && proposal.authorId !== person.id)) return '';
  const who = proposal.authorId === person.id ? 'Vous avez' : `${names.get(proposal.authorId) ?? ''} a`;
  const when = frenchInstant(proposal.createdAt, campaign.timeZone);
  return french(`${who} proposé de la retirer le ${when} ; une autre personne doit en décider. Motif : ${proposal.reason}`);
}
