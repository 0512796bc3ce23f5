import { dayIn } from '../lib/dates.ts';
import { french } from '../lib/typography.ts';
import { type DiffPart, wordDiff } from '../lib/word-diff.ts';
import { correctingEditions, correctionsIn } from '../standings/corrections.ts';
import type { Change } from '../standings/difference.ts';
import type { PublicState } from '../standings/fold.ts';
import { demandsOf } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type Field, fieldsOf } from './fields.ts';
import { correctionsWords } from './words/corrections.ts';

export interface CorrectionsPage {
  frame: Frame;
  crumbs: Link[];
  words: (typeof correctionsWords)['fr'];
  editions: { id: string; heading: string; href: string; day: string; changes: ChangeView[] }[];
  report: Link;
}

interface ChangeView {
  what: string;
  kind: string;
  /** What it is about, as people wrote it. */
  about: string;
  href: string;
  reason: string;
  gone: string;
  fields: { term: string; ours: boolean; parts: DiffPart[] }[];
}

declare module '../web/views.ts' {
  interface Views {
    'site/corrections': CorrectionsPage;
  }
}

export type StateAt = (edition: number) => PublicState | null;

/** Everything that was changed once it was public: when, before and after, why. `stateAt` gives the state as of an edition. */
export function presentCorrections(view: View, stateAt: StateAt): CorrectionsPage {
  const { state, language, links } = view;
  const words = correctionsWords[language];
  return {
    frame: campaignFrame(view, { path: links.corrections, title: words.title, description: words.description }),
    crumbs: crumbs(view),
    words,
    editions: correctingEditions(state).flatMap((number) => presentEdition(view, stateAt(number - 1), stateAt(number))),
    report: { href: links.rightOfReply, label: words.report },
  };
}

function presentEdition(view: View, before: PublicState | null, after: PublicState | null): CorrectionsPage['editions'] {
  const changes = after ? correctionsIn(before, after) : [];
  if (!after || changes.length === 0) return [];
  const { language, links, say, state } = view;
  const { number, publishedAt } = after.edition;
  const { timeZone } = state.campaign;
  return [
    {
      id: `edition-${number}`,
      heading: correctionsWords[language].edition(number, say.instant(publishedAt, timeZone)),
      href: links.edition(number),
      day: dayIn(publishedAt, timeZone),
      changes: changes.map((change) => presentChange(view, change)),
    },
  ];
}

function presentChange(view: View, change: Change): ChangeView {
  const words = correctionsWords[view.language];
  const { kind, what, before, after, reason } = change;
  return {
    what: what === 'added' ? '' : words.what[what],
    kind: words.kinds[kind],
    ...aboutOf(view, change),
    reason: french(reason ?? ''),
    gone: what === 'redacted' ? words.gone : '',
    fields: what === 'redacted' ? [] : changedFields(fieldsOf(before, view.language), fieldsOf(after, view.language)),
  };
}

/** Field by field, those that are no longer the same. */
function changedFields(before: Field[], after: Field[]): ChangeView['fields'] {
  const keys = new Set([...before, ...after].map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const old = before.find((field) => field.key === key);
    const now = after.find((field) => field.key === key);
    const field = now ?? old;
    if (!field || old?.text === now?.text) return [];
    return [{ term: field.term, ours: field.ours, parts: wordDiff(old?.text ?? '', now?.text ?? '') }];
  });
}

/** A subject names what it is about: `movement/demand`, or one list of a movement between the two. */
function aboutOf({ state, links }: View, { kind, subject }: Change): Pick<ChangeView, 'about' | 'href'> {
  const [first = '', ...rest] = subject.split('/');
  const movement = state.of('movement').get(first)?.current ?? null;
  const demand = demandsOf(state).find(({ slug }) => rest.includes(slug)) ?? null;
  const list = state.of('list').get(kind === 'list' ? subject : (rest[0] ?? ''))?.current ?? null;
  if (movement && demand) {
    const names = [movement.name, list?.label ?? '', demand.shortTitle].filter(Boolean);
    return { about: french(names.join(', ')), href: links.cell(movement.slug, demand.slug, list?.key ?? null) };
  }
  if (kind === 'movement' && movement) return { about: french(movement.name), href: links.movement(first) };
  if (kind === 'list' && list) return { about: french(list.label), href: links.list(list.key) };
  const asked = kind === 'demand' ? demandsOf(state).find(({ slug }) => slug === subject) : undefined;
  if (asked) return { about: french(asked.shortTitle), href: links.demand(asked.slug) };
  return { about: '', href: kind === 'letter' ? links.letter : links.board };
}
