import { type Part, partsOf } from '../lib/french-parts.ts';
import { type DiffPart, wordDiff } from '../lib/word-diff.ts';
import { changesAbout } from '../standings/changes/place.ts';
import type { Span } from '../standings/changes/span.ts';
import { type FieldChange, summarise, type ToldChange, tellChange } from '../standings/changes/tell.ts';
import { markedTitle } from '../standings/citations/reference.ts';
import { type Change, difference } from '../standings/difference.ts';
import type { PublicState } from '../standings/fold.ts';
import { crumbs, recordFrame } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { changesWords } from './words/changes.ts';
import { correctionsWords } from './words/corrections.ts';
import { editionWords } from './words/editions.ts';

export interface ChangesPage {
  frame: Frame;
  crumbs: Link[];
  words: (typeof changesWords)['fr'];
  /** How a comparison says what it strikes out and what it adds. */
  strokes: Pick<(typeof correctionsWords)['fr'], 'removed' | 'added' | 'ends'>;
  span: string;
  about: Part[];
  everything: Link | null;
  summary: string;
  editions: { heading: string; href: string; changes: ChangeView[] }[];
  files: Link[];
  choices: { action: string; about: string; from: Option[]; to: Option[] };
}

export interface ChangeView extends Pick<ToldChange, 'what' | 'reason'> {
  heading: Part[];
  /** Empty for what has none. */
  outcome: Part[];
  page: Link;
  fields: { label: string; parts: DiffPart[] }[];
  redacted: boolean;
}

interface Option {
  value: string;
  label: string;
  selected: boolean;
}

declare module '../web/views.ts' {
  interface Views {
    'site/changes': ChangesPage;
  }
}

/** The two states of a span; `before` is null when it starts before the first edition. */
export interface SpanStates {
  before: PublicState | null;
  after: PublicState;
}

/** Every difference between two editions, in words, edition after edition. */
export function presentChanges(view: View, span: Span, { before, after }: SpanStates): ChangesPage {
  const { language, links } = view;
  const words = changesWords[language];
  const changes = changesAbout(after, difference(before, after), span.about);
  const whole = links.changes({ since: span.since, until: span.until });
  return {
    frame: recordFrame(view, { path: links.changes(spanPlace(span)), title: words.heading, description: words.description }),
    crumbs: crumbs(view, { href: links.editions, label: editionWords[language].heading }),
    words,
    strokes: correctionsWords[language],
    span: spanText(view, span),
    about: span.path === '' ? [] : partsOf(words.about(markedTitle(after, language, span.about))),
    everything: span.path === '' ? null : { href: whole, label: words.everything },
    summary: view.say.text(
      words.summary(view.say.counted(span.until - span.since, words.oneEdition), summarise(language, changes)),
    ),
    editions: [...Map.groupBy(changes, ({ edition }) => edition)].toReversed().map(([number, own]) => ({
      heading: words.inEdition(number, when(view, number)),
      href: links.permanent(number),
      changes: own.map((change) => presentChange(view, after, change)),
    })),
    files: filesOf(view, span),
    choices: choicesOf(view, span),
  };
}

export function spanPlace({ since, until, path }: Span) {
  return { since, until, about: path };
}

/** One difference, each field word by word; `after` is the state in which its names stand. */
export function presentChange(view: View, after: PublicState, change: Change): ChangeView {
  const { language, links } = view;
  const { what, markedHeading, markedOutcome, reason, path, fields } = tellChange(after, language, change);
  return {
    what,
    heading: partsOf(markedHeading),
    outcome: partsOf(markedOutcome),
    reason,
    page: { href: links.permanent(change.edition, path), label: changesWords[language].page },
    fields: fields.map(presentField),
    redacted: what === 'redacted',
  };
}

function presentField({ label, before, after }: FieldChange): ChangeView['fields'][number] {
  return { label, parts: wordDiff(before, after) };
}

function spanText(view: View, { since, until }: Span): string {
  const words = changesWords[view.language];
  const name = (number: number) => words.edition(number, when(view, number));
  return since === 0 ? words.upTo(name(until)) : words.between(name(since), name(until));
}

function filesOf({ links }: View, { since, until, path }: Span): Link[] {
  return ['json', 'csv'].map((format) => ({
    href: links.changes({ since, until, about: path }).replace('/changements?', `/changements.${format}?`).replace(/^\/en/, ''),
    label: format.toUpperCase(),
  }));
}

function choicesOf(view: View, { since, until, path }: Span): ChangesPage['choices'] {
  const { state, language, links } = view;
  const words = changesWords[language];
  const option = (selected: number) => (number: number) => ({
    value: String(number),
    label: number === 0 ? words.choose.beginning : words.inEdition(number, when(view, number)),
    selected: number === selected,
  });
  const numbers = state.editions.map(({ number }) => number);
  return {
    action: links.today('/changements'),
    about: path.slice(1),
    from: [0, ...numbers].map(option(since)),
    to: numbers.map(option(until)),
  };
}

function when({ state, say }: View, number: number): string {
  const edition = state.editions[number - 1];
  return edition ? say.instant(edition.publishedAt, state.campaign.timeZone) : '';
}
