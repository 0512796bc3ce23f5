import type { Language } from '../lib/language.ts';
import { speechIn } from '../lib/speech.ts';
import { enumerated, french, quoted } from '../lib/typography.ts';
import type { AnsweringPlace } from '../outreach/answering.service.ts';
import { answerStances } from '../outreach/link-answer.ts';
import type { LinkAnswer } from '../outreach/link-answers.repository.ts';
import { labels } from '../positions/labels.ts';
import type { ChoiceField, ErrorSummary, Problems, TextField } from '../web/form.ts';
import type { TypedAnswer } from './answer-form.ts';
import { fieldIn, problemsIn } from './fields.ts';
import { type ReplyFrame, replyFrame } from './frame.presenter.ts';
import { linksIn } from './links.ts';
import { answerFormWords } from './words/answer.ts';
import { replyFrameWords } from './words/frame.ts';

export interface AnswerPage {
  frame: ReplyFrame;
  words: (typeof answerFormWords)['fr'];
  heading: string;
  /** Who answers, and who asks: French, whatever the language of the page. */
  who: string;
  asked: { by: string; text: string };
  letter: { href: string; label: string };
  /** When this list has answered before. */
  before: { text: string; receipt: string } | null;
  errors: ErrorSummary | null;
  action: string;
  key: string;
  demands: { id: string; number: number; title: string; explanation: string; stance: ChoiceField; fields: TextField[] }[];
  signature: TextField[];
  rightOfReply: string;
}

declare module '../web/views.ts' {
  interface Views {
    'reply/answer': AnswerPage;
  }
}

export interface AnswerState {
  language: Language;
  link: string;
  place: AnsweringPlace;
  typed: TypedAnswer;
  last: LinkAnswer | null;
  problems: Problems;
  key: string;
  /** Nothing was typed here that another language would lose. */
  isFresh: boolean;
}

/** The form by which a list answers, demand by demand, in its own words. */
export function presentAnswer({ language, link, place, typed, last, problems, key, isFresh }: AnswerState): AnswerPage {
  const words = answerFormWords[language];
  const say = speechIn(language);
  const links = linksIn(language);
  const who = quoted(nameOf(place));
  return {
    frame: replyFrame(language, `${words.heading} ${who}`, place, isFresh ? links.answer(link) : ''),
    words,
    heading: words.heading,
    who,
    asked: { by: french(enumerated(place.signatories)), text: place.signatories.length > 1 ? words.asked : words.askedByOne },
    letter: { href: links.letter(place.slug), label: french(place.letterTitle) },
    before: last && {
      text: say.text(words.before(say.instant(last.receivedAt, place.timeZone), last.reference)),
      receipt: links.receipt(link, last.reference),
    },
    errors: problemsIn(language, problems),
    action: links.preview(link),
    key,
    demands: place.demands.map((demand) => ({
      id: `demande-${demand.slug}`,
      number: demand.number,
      title: french(demand.title),
      explanation: french(demand.explanation),
      stance: stanceField(language, demand, typed, problems),
      fields: wordFields(language, demand, typed, problems),
    })),
    signature: signatureFields(language, typed, problems),
    rightOfReply: links.linkReply(link),
  };
}

/** Who answers: the movement, or the one list the link was given to. */
export function nameOf({ movement, list }: AnsweringPlace): string {
  return list ? `${movement.name}, ${list.race}` : movement.name;
}

type Demand = AnsweringPlace['demands'][number];

function stanceField(language: Language, { slug, ...rules }: Demand, typed: TypedAnswer, problems: Problems): ChoiceField {
  const words = answerFormWords[language];
  const id = `position-${slug}`;
  const rule = { commits: rules.ruleCommits, commits_in_part: rules.ruleCommitsInPart, refuses: rules.ruleRefuses };
  return {
    id,
    name: id,
    label: words.stance,
    hint: '',
    error: speechIn(language).text(problems.get(id) ?? ''),
    mistake: replyFrameWords[language].error,
    options: answerStances.map((stance) => ({
      id: `${id}-${stance}`,
      value: stance,
      label: stance === 'unclear' ? words.unclear : labels[language].stance[stance],
      details: [
        stance === 'unclear'
          ? { className: 'hint', text: words.unclearRule }
          : { className: 'hint', text: french(rule[stance]), french: true },
      ],
      checked: typed.items.get(slug)?.stance === stance,
    })),
  };
}

function wordFields(language: Language, { slug }: Demand, typed: TypedAnswer, problems: Problems): TextField[] {
  const words = answerFormWords[language];
  const item = typed.items.get(slug);
  const quote = { id: `mots-${slug}`, label: words.quote, hint: words.quoteHint, rows: 5, value: item?.quote ?? '' };
  const condition = { id: `condition-${slug}`, label: words.condition, rows: 2, value: item?.condition ?? '' };
  return [quote, condition].map((field) => fieldIn(language, { kind: 'textarea', ...field }, problems));
}

function signatureFields(language: Language, { name, role, email }: TypedAnswer, problems: Problems): TextField[] {
  const words = answerFormWords[language];
  return [
    fieldIn(language, { id: 'nom', label: words.name, hint: words.nameHint, value: name, autocomplete: 'name' }, problems),
    fieldIn(language, { id: 'qualite', label: words.role, hint: words.roleHint, value: role }, problems),
    fieldIn(
      language,
      { id: 'courriel', label: words.email, hint: words.emailHint, kind: 'email', value: email, autocomplete: 'email' },
      problems,
    ),
  ];
}
