import { dayIn } from '../lib/dates.ts';
import type { Language } from '../lib/language.ts';
import { speechIn } from '../lib/speech.ts';
import { french } from '../lib/typography.ts';
import type { AnsweringPlace } from '../outreach/answering.service.ts';
import type { LinkAnswer } from '../outreach/link-answers.repository.ts';
import type { EvidenceRefusal } from '../positions/evidence.ts';
import type { ErrorSummary } from '../web/form.ts';
import { nameOf } from './answer.presenter.ts';
import { type PublishedAnswer, publishedAnswers } from './answer-preview.presenter.ts';
import { problemsIn } from './fields.ts';
import { type ReplyFrame, replyFrame } from './frame.presenter.ts';
import { linksIn } from './links.ts';
import { sentWords } from './words/sent.ts';

export interface ReceiptPage {
  frame: ReplyFrame;
  words: (typeof sentWords)['fr'];
  heading: string;
  reference: string;
  /** Whose answer, when, signed by whom. */
  arrived: { who: string; when: string; speaker: string };
  /** When the law had some of it erased, or all. */
  erased: string;
  mail: string;
  answers: PublishedAnswer[];
  complete: string;
  errors: ErrorSummary | null;
  document: { action: string; error: string; hint: string; news: string };
}

declare module '../web/views.ts' {
  interface Views {
    'reply/receipt': ReceiptPage;
  }
}

/** What happened since: the receipt by mail, the document that was joined, or why it was not. */
export interface ReceiptNews {
  mail?: unknown;
  document?: unknown;
  problem?: EvidenceRefusal | 'full';
}

/** What a list keeps of having answered. */
export function presentReceipt(
  language: Language,
  link: string,
  place: AnsweringPlace,
  answer: LinkAnswer,
  news: ReceiptNews,
): ReceiptPage {
  const words = sentWords[language];
  const say = speechIn(language);
  const links = linksIn(language);
  const problem = news.problem ? say.text(words.refusedDocument[news.problem]) : '';
  const when = say.instant(answer.receivedAt, place.timeZone);
  const readable = answer.items.filter((item) => item.erasedAt === null);
  const erasedAt = answer.items.find((item) => item.erasedAt !== null)?.erasedAt ?? null;
  const frame = replyFrame(language, words.receiptHeading, place, links.receipt(link, answer.reference));
  return {
    frame,
    words,
    heading: words.receiptHeading,
    reference: answer.reference,
    arrived: {
      who: french(nameOf(place)),
      when: say.text(answer.erasedAt ? words.whenErased(when) : words.when(when)),
      speaker: answer.erasedAt ? '' : french(answer.speaker),
    },
    erased: erasedAt ? say.text(words.erased(say.instant(erasedAt, place.timeZone))) : '',
    mail: wordsFor(language, frame.words.mails, news.mail),
    answers: publishedAnswers(language, place, readable, answer.speaker, dayIn(answer.receivedAt, place.timeZone)),
    complete: links.answer(link),
    errors: problemsIn(language, new Map(problem ? [['document', problem]] : []), words.notJoined),
    document: {
      action: links.document(link, answer.reference),
      error: problem,
      hint: say.text(words.documentHint),
      news: wordsFor(language, words.documents, news.document),
    },
  };
}

/** What an address says happened, in words; nothing when it says something else. */
export function wordsFor(language: Language, words: Record<string, string>, name: unknown): string {
  return speechIn(language).text(typeof name === 'string' && Object.hasOwn(words, name) ? (words[name] ?? '') : '');
}
