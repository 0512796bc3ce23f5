import { dayIn, frenchInstant } from '../lib/dates.ts';
import { french } from '../lib/typography.ts';
import type { AnsweringPlace } from '../outreach/answering.service.ts';
import type { LinkAnswer } from '../outreach/link-answers.repository.ts';
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

/** What a list keeps of having answered. `mail` is what became of the receipt sent to it. */
export function presentReceipt(link: string, place: AnsweringPlace, answer: LinkAnswer, mail: unknown): ReceiptPage {
  const day = dayIn(answer.receivedAt, place.timeZone);
  return {
    frame: replyFrame('Votre réponse est reçue', place),
    heading: 'Votre réponse est reçue',
    reference: answer.reference,
    when: french(`${nameOf(place)}, le ${frenchInstant(answer.receivedAt, place.timeZone)}, signée par ${answer.speaker}`),
    mail: french(typeof mail === 'string' && Object.hasOwn(mails, mail) ? (mails[mail] ?? '') : ''),
    next: [
      'Une personne de l’association la relit. Elle ne change pas vos mots.',
      'Elle est ensuite publiée avec sa date, comme réponse signée de votre liste.',
      'D’ici là, le tableau dira qu’une réponse est reçue et en vérification.',
    ],
    answers: publishedAnswers(place, answer.items, answer.speaker, day),
    complete: links.answer(link),
  };
}
