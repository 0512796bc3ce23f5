import type { Person } from '../../accounts/can.ts';
import { entriesAlike } from '../../erasure/alike.ts';
import { countsList } from '../../erasure/counts.ts';
import type { CarriedOut, ErasurePlan, ErasurePreview } from '../../erasure/erasures.service.ts';
import type { ErasableEntry } from '../../erasure/kept.ts';
import type { ErasureRefusal, Order } from '../../erasure/order.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { counted, enumerated, french } from '../../lib/typography.ts';
import type { NamedEntry } from '../../positions/named-entry.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import type { PublicState } from '../../standings/fold.ts';
import { type ChoiceField, type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame, withProofStyle } from '../frame.presenter.ts';
import { genres, links } from '../links.ts';
import { entryName } from '../positions/entry-name.ts';
import { beyondReach, refusalLabels, replyName, scopeLabels } from './words.ts';

export interface ErasingPage {
  frame: DeskFrame;
  heading: string;
  eyebrow: { href: string; label: string };
  errors: ErrorSummary | null;
  /** What voters read of it now: the public page's own part, or the words of a reply. */
  preview: { drawn: string; words: string };
  /** Orders that were carried out, the newest first. */
  done: { heading: string; facts: { term: string; text: string }[]; pending: string }[];
  form: ErasingForm | null;
  beyond: { heading: string; items: string[] };
  /** What the chain holds beside the entry, and cannot lose. */
  staying: { term: string; text: string }[];
  alike: { href: string; label: string }[];
}

interface ErasingForm {
  action: string;
  key: string;
  genre: string;
  subject: string;
  read: string;
  /** How it is counted. */
  going: string[];
  shared: string;
  scope: ChoiceField | null;
  drafts: Ticks;
  reason: TextField;
  confirm: { error: string };
}

interface Ticks {
  legend: string;
  name: string;
  boxes: { id: string; value: string; label: string; about: string; checked: boolean }[];
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/erasing': ErasingPage;
  }
}

export interface ErasingState {
  person: Person;
  token: string;
  key: string;
  campaign: DeskCampaign;
  state: PublicState | null;
  entry: ErasableEntry;
  preview: ErasurePreview;
  carriedOut: readonly CarriedOut[];
  names: ReadonlyMap<number, string>;
  oldCopies: readonly string[];
  /** HTML, by the public pages' own parts. */
  drawn: string;
  /** What was sent and not done. */
  again: { order: Order; refused: readonly ErasureRefusal[] } | null;
  done: unknown;
}

/** What an order of the law would erase, all of it counted, what it cannot reach; and afterwards, what it erased. */
export function presentErasing(view: ErasingState): ErasingPage {
  const { campaign, person, entry, state } = view;
  const heading = french(`Effacer : ${nameOf(state, entry)}`);
  const problems = problemsOf(view.again?.refused ?? []);
  return {
    frame: withProofStyle(deskFrame(heading, person, view.token, view.done, { campaign, path: partOf(view) })),
    heading,
    eyebrow: backFrom(view),
    errors: summaryOf(problems, 'Rien n’a été effacé'),
    preview: { drawn: view.drawn, words: wordsOf(view) },
    done: view.carriedOut.toReversed().map((each) => doneOf(each, view)),
    form: view.preview.isEmpty ? null : formOf(view, problems),
    beyond: { heading: beyondReach.heading, items: beyondReach.items(view.oldCopies).map(french) },
    staying: stayingOf(view),
    alike: alikeOf(view),
  };
}

function nameOf(state: PublicState | null, { kind, subject }: ErasableEntry): string {
  if (!state) return subject;
  return kind === 'reply' ? replyName(entryName(state, answeredBy(state, subject))) : entryName(state, { kind, subject });
}

/** What a reply is about: all of its subject but its own reference, which is the last part. */
function answeredBy(state: PublicState, reply: string): NamedEntry {
  const subject = reply.split('/').slice(0, -1).join('/');
  return { kind: state.of('assessment').has(subject) ? 'assessment' : 'position', subject };
}

/** The part of the campaign's navigation that it belongs to. */
function partOf({ campaign: { slug }, entry: { kind } }: ErasingState): string {
  const parts = { position: links.publications(slug), assessment: links.followUps(slug), reply: links.rightsOfReply(slug) };
  return parts[kind];
}

function backFrom({ campaign: { slug }, entry: { kind, subject } }: ErasingState): ErasingPage['eyebrow'] {
  return kind === 'reply'
    ? { href: links.rightsOfReply(slug), label: 'Droits de réponse' }
    : { href: links.publishedEntry(slug, { kind, subject }), label: 'L’entrée publiée' };
}

function wordsOf({ state, entry: { kind, subject } }: ErasingState): string {
  return kind === 'reply' ? french(state?.of('reply').get(subject)?.current?.text ?? '') : '';
}

function problemsOf(refused: readonly ErasureRefusal[]): Problems {
  return new Map(refused.map((each) => [refusalLabels[each].field, refusalLabels[each].text]));
}

function doneOf({ erasedAt, personId, reason, counts, scrubbedAt }: CarriedOut, { campaign, names }: ErasingState) {
  const facts = [
    { term: 'Par', text: names.get(personId) ?? '' },
    { term: 'Fondement public', text: french(reason) },
    { term: 'Effacé', text: enumerated(countsList(counts)) },
  ];
  return {
    heading: french(`Texte effacé le ${frenchInstant(erasedAt, campaign.timeZone)} par ordre de la loi`),
    facts: facts.filter(({ text }) => text !== ''),
    pending: scrubbedAt === null ? french(beyondReach.pending) : '',
  };
}

function formOf(view: ErasingState, problems: Problems): ErasingForm {
  const { campaign, preview, again } = view;
  const hint =
    'La décision, l’autorité, la date. Ce motif est public, et lui aussi reste pour toujours : n’y répétez pas les mots.';
  const reason = { id: 'motif', label: 'Fondement', hint, kind: 'textarea', rows: 2, value: again?.order.reason ?? '' } as const;
  return {
    action: links.redactions(campaign.slug),
    key: view.key,
    genre: genres[view.entry.kind],
    subject: view.entry.subject,
    read: preview.fingerprint,
    going: countsList(preview.whole.counts),
    shared: sharedWords(preview.whole),
    scope: preview.replaced && scopeField(preview.replaced, again?.order.scope === 'replaced'),
    drafts: draftTicks(view),
    reason: textField(reason, problems),
    confirm: { error: french(problems.get('confirmer') ?? '') },
  };
}

function sharedWords({ shared }: ErasurePlan): string {
  if (shared === 0) return '';
  return french(`${counted(shared, 'document reste', 'documents restent')} : autre chose s’en sert.`);
}

function scopeField({ counts }: ErasurePlan, isReplaced: boolean): ChoiceField {
  const option = (value: string, label: string, detail: string, checked: boolean) => ({
    ...{ id: `portee-${value}`, value, label: french(label), checked },
    details: [{ className: 'hint', text: french(detail) }],
  });
  return {
    ...{ id: 'portee', name: 'portee', label: scopeLabels.question, hint: '', error: '' },
    options: [
      option('tout', scopeLabels.all, scopeLabels.allDetail, !isReplaced),
      option('anciennes', scopeLabels.replaced, scopeLabels.replacedDetail(enumerated(countsList(counts))), isReplaced),
    ],
  };
}

function draftTicks({ preview, again, names, campaign }: ErasingState): Ticks {
  const boxes = preview.whole.drafts.map(({ id, authorId, updatedAt, summary, discarded }) => ({
    id: `brouillon-${id}`,
    value: String(id),
    label: french(summary || 'Sans résumé'),
    about: french(
      [`${names.get(authorId) ?? ''}, ${frenchInstant(updatedAt, campaign.timeZone)}`, discarded ? 'jeté' : '']
        .filter(Boolean)
        .join(' ; '),
    ),
    checked: again === null || again.order.drafts.includes(id),
  }));
  return { legend: french('Brouillons sur le même sujet : décochez celui qui dit autre chose'), name: 'brouillon', boxes };
}

/** The reasons and notes that the hashes of editions cover: whoever writes one is told that it stays. */
function stayingOf({ state, entry: { kind, subject } }: ErasingState): ErasingPage['staying'] {
  const standing = state?.of(kind).get(subject);
  const editions = new Set(standing?.versions.map(({ edition }) => edition));
  const notes =
    state?.editions.filter(({ number }) => editions.has(number)).map(({ number, note }) => ({ edition: number, text: note })) ??
    [];
  const reasons = [...(standing?.versions ?? []), ...(standing?.withdrawals ?? [])];
  const kept = [...reasons.map(({ edition, reason }) => ({ edition, text: reason ?? '' })), ...notes].filter(
    ({ text }) => text !== '',
  );
  return kept.map(({ edition, text }) => ({ term: `Édition ${edition}`, text: french(text) }));
}

function alikeOf({ state, entry, campaign: { slug } }: ErasingState): ErasingPage['alike'] {
  if (!state) return [];
  return entriesAlike(state, entry).map((other) => ({
    href: links.erasing(slug, other),
    label: nameOf(state, other),
  }));
}
