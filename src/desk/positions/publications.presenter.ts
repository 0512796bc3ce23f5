import type { Person } from '../../accounts/can.ts';
import type { Freeze } from '../../campaigns/freeze.ts';
import { frozenWords } from '../../campaigns/freeze-words.ts';
import type { DeskFollowUp } from '../../followup/follow-up.repository.ts';
import type { Payload } from '../../ledger/payloads.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { counted, french } from '../../lib/typography.ts';
import { labels, stanceLabels } from '../../positions/labels.ts';
import type { NamedKind } from '../../positions/named-entry.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import { acceptedReading } from '../../positions/review.ts';
import type { PublicState, Standing } from '../../standings/fold.ts';
import { type ErrorSummary, summaryOf, type TextField, textField } from '../../web/form.ts';
import { followUpItem } from '../followup/follow-ups.presenter.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import { entryLabel } from './entry-name.ts';
import { headingOf } from './heading.ts';
import { type DeskRefusal, refusalWords } from './refusals.ts';

export interface PublicationsPage {
  frame: DeskFrame;
  errors: ErrorSummary | null;
  action: string;
  key: string;
  summary: string;
  /** Whether this person may publish; those who may not see what waits. */
  mayPublish: boolean;
  waiting: { field: string; href: string; label: string; detail: string; checked: boolean }[];
  note: TextField;
  frozen: string;
  exception: TextField | null;
  /** What is public now: where each entry is corrected or withdrawn. */
  published: { heading: string; entries: { href: string; label: string; detail: string }[] }[];
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/publications': PublicationsPage;
  }
}

export interface PublicationsState {
  person: Person;
  token: string;
  key: string;
  campaign: DeskCampaign;
  accepted: readonly DeskPosition[];
  /** Follow-ups that were accepted. */
  followUps: readonly DeskFollowUp[];
  state: PublicState | null;
  names: ReadonlyMap<number, string>;
  mayPublish: boolean;
  mayExcept: boolean;
  freeze: Freeze | null;
  refusal: DeskRefusal | null;
  typed: { note: string; exception: string; chosen: { positions: readonly number[]; followUps: readonly number[] } | null };
  done: unknown;
}

/** What was approved and waits, to become public as one edition; then everything that is public. */
export function presentPublications(view: PublicationsState): PublicationsPage {
  const { campaign, person, accepted, followUps, freeze, refusal, typed } = view;
  const problems = refusal
    ? new Map([[refusal.refused === 'nothing_chosen' ? 'choix' : 'note', refusalWords(refusal)]])
    : new Map();
  const exceptionHint = 'Réservé à l’erreur matérielle. Le motif est public, dans la note de l’édition.';
  return {
    frame: deskFrame('Publications', person, view.token, view.done, { campaign, path: links.publications(campaign.slug) }),
    errors: summaryOf(problems, 'Rien n’a été publié'),
    action: links.publications(campaign.slug),
    key: view.key,
    summary: french(summaryOfWaiting(accepted.length + followUps.length)),
    mayPublish: view.mayPublish,
    waiting: [
      ...accepted.map((position) => waitingItem(view, position)),
      ...followUps.map((followUp) => waitingFollowUp(view, followUp)),
    ],
    note: textField(
      {
        id: 'note',
        label: 'Note aux lecteurs',
        hint: 'Facultative : ce que cette édition apporte, en une phrase. Elle est publique.',
        kind: 'textarea',
        rows: 2,
        value: typed.note,
      },
      new Map(),
    ),
    frozen: freeze ? french(frozenWords(freeze)) : '',
    exception:
      freeze && view.mayExcept
        ? textField(
            {
              id: 'exception',
              label: 'Motif pour publier malgré la période de réserve',
              hint: exceptionHint,
              kind: 'textarea',
              rows: 2,
              value: typed.exception,
            },
            new Map(),
          )
        : null,
    published: publishedBy(view),
  };
}

function summaryOfWaiting(count: number): string {
  if (count === 0) return 'Rien d’approuvé n’attend d’être publié.';
  return `${counted(count, 'entrée approuvée attend d’être publiée', 'entrées approuvées attendent d’être publiées')}. Celles que vous choisissez deviennent publiques ensemble, en une édition.`;
}

function waitingItem({ campaign, names, typed }: PublicationsState, position: DeskPosition): PublicationsPage['waiting'][number] {
  const reading = acceptedReading(position);
  const reader = names.get(reading?.readerId ?? 0) ?? '';
  const stance = position.stance ? stanceLabels[position.stance] : '';
  return {
    field: `position-${position.id}`,
    href: links.position(position.id),
    label: headingOf(campaign, position),
    detail: french(
      `${stance} ; approuvée par ${reader}, ${frenchInstant(reading?.acceptedAt ?? position.updatedAt, campaign.timeZone)}`,
    ),
    checked: typed.chosen === null || typed.chosen.positions.includes(position.id),
  };
}

function waitingFollowUp(
  { campaign, names, typed }: PublicationsState,
  followUp: DeskFollowUp,
): PublicationsPage['waiting'][number] {
  const { id, reviewerId } = followUp;
  const { href, label, detail } = followUpItem(campaign, followUp, names);
  return {
    field: `suivi-${id}`,
    href,
    label: french(`Suivi, ${label}`),
    detail: french(`${detail} ; accepté par ${names.get(reviewerId ?? 0) ?? ''}`),
    checked: typed.chosen === null || typed.chosen.followUps.includes(id),
  };
}

function publishedBy({ state, campaign }: PublicationsState): PublicationsPage['published'] {
  if (!state) return [];
  const standings = [
    ...[...state.of('position').values()].map((standing) => ({ kind: 'position' as const, standing })),
    ...[...state.of('assessment').values()].map((standing) => ({ kind: 'assessment' as const, standing })),
  ];
  const collator = new Intl.Collator('fr');
  return state
    .current('movement')
    .sort((one, other) => collator.compare(one.name, other.name))
    .map(({ slug, name }) => ({
      heading: french(name),
      entries: standings
        .filter(({ standing }) => standing.subject.startsWith(`${slug}/`))
        .map(({ kind, standing }) => entryItem(state, campaign, kind, standing)),
    }))
    .filter(({ entries }) => entries.length > 0);
}

function entryItem(state: PublicState, { slug, timeZone }: DeskCampaign, kind: NamedKind, standing: Standing<NamedKind>) {
  const { subject, current, versions, gap } = standing;
  const newest = versions.at(-1);
  const gone = gap?.kind === 'withdrawn' ? 'Retirée' : 'Masquée';
  const when = newest ? `édition ${newest.edition}, ${frenchInstant(newest.publishedAt, timeZone)}` : '';
  return {
    href: links.publishedEntry(slug, { kind, subject }),
    label: entryLabel(state, { kind, subject }),
    detail: french(`${current ? saidIn(current) : gone} ; ${when}`),
  };
}

function saidIn(current: Payload<NamedKind>): string {
  return 'verdict' in current ? labels.fr.verdict[current.verdict] : stanceLabels[current.stance];
}
