import { dayIn, frenchInstant } from '../lib/dates.ts';
import { french } from '../lib/typography.ts';
import type { AnsweringPlace } from '../outreach/answering.service.ts';
import type { LinkAnswer } from '../outreach/link-answers.repository.ts';
import { type ErrorSummary, summaryOf } from '../web/form.ts';
import { nameOf } from './answer.presenter.ts';
import { type PublishedAnswer, publishedAnswers } from './answer-preview.presenter.ts';
import { type ReplyFrame, replyFrame } from './frame.presenter.ts';
import { links } from './links.ts';

export interface ReceiptPage {
  frame: ReplyFrame;
  heading: string;
  reference: string;
  when: string;
  mail: string;
  next: string[];
  answers: PublishedAnswer[];
  complete: string;
  errors: ErrorSummary | null;
  document: { action: string; error: string; news: string };
}

declare module '../web/views.ts' {
  interface Views {
    'reply/receipt': ReceiptPage;
  }
}

const mails: Record<string, string> = {
  parti: 'Un accusé de réception vous a été envoyé par courriel.',
  treve: 'La loi nous interdit d’envoyer un courriel la veille et le jour du vote : gardez cette page comme accusé de réception.',
  echec: 'Le courriel d’accusé de réception n’a pas pu partir : gardez cette page, ou notez la référence.',
};

const documents: Record<string, string> = {
  joint: 'Document joint. Il sera relu et publié avec votre réponse.',
  'trop-tard':
    'Ce document n’a pas pu être joint : il l’est déjà, il y en a déjà deux, ou votre réponse est en cours de publication.',
};

/** What happened since: the receipt by mail, the document that was joined, or why it was not. */
export interface ReceiptNews {
  mail?: unknown;
  document?: unknown;
  problem?: string;
}

/** What a list keeps of having answered. */
export function presentReceipt(link: string, place: AnsweringPlace, answer: LinkAnswer, news: ReceiptNews): ReceiptPage {
  const problem = news.problem ?? '';
  const day = dayIn(answer.receivedAt, place.timeZone);
  return {
    frame: replyFrame('Votre réponse est reçue', place),
    heading: 'Votre réponse est reçue',
    reference: answer.reference,
    when: french(`${nameOf(place)}, le ${frenchInstant(answer.receivedAt, place.timeZone)}, signée par ${answer.speaker}`),
    mail: wordsFor(mails, news.mail),
    next: [
      'Une personne de l’association la relit. Elle ne change pas vos mots.',
      'Elle est ensuite publiée avec sa date, comme réponse signée de votre liste.',
      'D’ici là, le tableau dira qu’une réponse est reçue et en vérification.',
    ],
    answers: publishedAnswers(place, answer.items, answer.speaker, day),
    complete: links.answer(link),
    errors: summaryOf(new Map(problem ? [['document', problem]] : []), 'Le document n’a pas été joint'),
    document: {
      action: links.document(link, answer.reference),
      error: french(problem),
      news: wordsFor(documents, news.document),
    },
  };
}

function wordsFor(words: Record<string, string>, name: unknown): string {
  return french(typeof name === 'string' && Object.hasOwn(words, name) ? (words[name] ?? '') : '');
}
