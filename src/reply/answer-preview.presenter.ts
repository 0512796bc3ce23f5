import type { Language } from '../lib/language.ts';
import { speechIn } from '../lib/speech.ts';
import { french, quoted } from '../lib/typography.ts';
import type { AnsweringPlace } from '../outreach/answering.service.ts';
import { type AnswerItem, draftOf, referenceToCome } from '../outreach/link-answer.ts';
import { isDeclared, labels } from '../positions/labels.ts';
import { nothingPreviewed, type PreviewedCell } from '../web/preview.ts';
import { nameOf } from './answer.presenter.ts';
import { speakerOf, type TypedAnswer } from './answer-form.ts';
import { type ReplyFrame, replyFrame } from './frame.presenter.ts';
import { linksIn } from './links.ts';
import { sentWords } from './words/sent.ts';

/** What a reader sees of one answer: the same parts as on the public board and its pages. */
export interface PublishedAnswer {
  id: string;
  demand: string;
  answer: { state: string; label: string; detail: string; declared: boolean; silent: boolean; note: string };
  quote: string;
  summary: string;
  facts: { term: string; text: string; french: boolean }[];
  /** The same, drawn by the public pages themselves; empty while the campaign has published nothing. */
  preview: PreviewedCell;
}

export interface AnswerPreviewPage {
  frame: ReplyFrame;
  words: (typeof sentWords)['fr'];
  heading: string;
  send: string;
  change: string;
  carried: { name: string; value: string }[];
  board: { name: string };
  answers: PublishedAnswer[];
  left: string[];
  email: string;
}

declare module '../web/views.ts' {
  interface Views {
    'reply/answer-preview': AnswerPreviewPage;
  }
}

export interface PreviewState {
  language: Language;
  link: string;
  place: AnsweringPlace;
  typed: TypedAnswer;
  items: readonly AnswerItem[];
  key: string;
  today: string;
  previews: ReadonlyMap<number, PreviewedCell>;
}

/** Exactly what readers will see once it was read: nothing has left yet. */
export function presentAnswerPreview(state: PreviewState): AnswerPreviewPage {
  const { language, link, place, typed, items, key, today, previews } = state;
  const words = sentWords[language];
  const links = linksIn(language);
  const heading = words.previewHeading;
  const answers = publishedAnswers(language, place, items, speakerOf(typed), today, previews);
  const answered = new Set(items.map(({ demandId }) => demandId));
  return {
    frame: replyFrame(language, heading, place),
    words,
    heading,
    send: links.send(link),
    change: links.answer(link),
    carried: carriedOf(typed, key),
    board: { name: french(nameOf(place)) },
    answers,
    left: place.demands.filter(({ id }) => !answered.has(id)).map(({ number, title }) => `${number}. ${french(title)}`),
    email: typed.email,
  };
}

/** Each answer as its page shows it. `day` is the ISO day on which it was signed. */
export function publishedAnswers(
  language: Language,
  place: AnsweringPlace,
  items: readonly AnswerItem[],
  speaker: string,
  day: string,
  previews: ReadonlyMap<number, PreviewedCell> = new Map(),
): PublishedAnswer[] {
  const { facts: terms } = sentWords[language];
  const { stance, basis } = labels[language];
  const who = { movementId: place.movement.id, listId: place.list?.id ?? null, name: place.movement.name };
  return items.flatMap((item) => {
    const demand = place.demands.find(({ id }) => id === item.demandId);
    if (!demand) return [];
    const draft = draftOf(item, who, { speaker, reference: referenceToCome, receivedOn: day, items });
    const label = `${demand.number}. ${french(demand.shortTitle)}`;
    const answer = { label: stance[item.stance], detail: basis.reply, declared: isDeclared('reply') };
    const facts: [string, string, boolean][] = [
      [terms.condition, french(draft.condition), true],
      [terms.speaker, french(speaker), true],
      [terms.when, speechIn(language).date(day), false],
      [terms.basis, basis.reply, false],
    ];
    return [
      {
        id: `reponse-${demand.slug}`,
        demand: label,
        answer: { ...answer, state: item.stance, silent: false, note: '' },
        quote: quoted(item.quote),
        summary: french(draft.summary),
        facts: facts.flatMap(([term, text, isFrench]) => (text ? [{ term, text, french: isFrench }] : [])),
        preview: previews.get(item.demandId) ?? nothingPreviewed,
      },
    ];
  });
}

/** The whole form, to be sent from the preview or taken back to be changed. */
function carriedOf(typed: TypedAnswer, key: string): AnswerPreviewPage['carried'] {
  const items = [...typed.items].flatMap(([slug, { stance, quote, condition }]) => [
    { name: `position-${slug}`, value: stance ?? '' },
    { name: `mots-${slug}`, value: quote },
    { name: `condition-${slug}`, value: condition },
  ]);
  const signed = [
    { name: 'nom', value: typed.name },
    { name: 'qualite', value: typed.role },
    { name: 'courriel', value: typed.email },
  ];
  return [{ name: 'cle', value: key }, ...items, ...signed];
}
