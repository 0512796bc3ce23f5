import type { Language } from '../lib/language.ts';
import { speechIn } from '../lib/speech.ts';
import type { AnsweringPlace } from '../outreach/answering.service.ts';
import type { LinkAnswer } from '../outreach/link-answers.repository.ts';
import { labels } from '../positions/labels.ts';
import { replyMailWords } from './words/mail.ts';

interface Mail {
  subject: string;
  text: string;
}

/** The receipt of an answer, as a mail. It repeats what was signed; it does not hold the link, since mails are forwarded. */
export function receiptMail(language: Language, place: AnsweringPlace, answer: LinkAnswer): Mail {
  const { receivedAt, reference, speaker, items } = answer;
  const words = replyMailWords[language];
  const { quoted, instant } = speechIn(language);
  const said = items.map(({ demandId, stance, quote }) => {
    const demand = place.demands.find(({ id }) => id === demandId);
    return `${demand?.number ?? ''}. ${demand?.title ?? ''}\n${labels[language].stance[stance]}\n« ${quote} »`;
  });
  const arrived = words.answer(place.movement.name, quoted(place.letterTitle), instant(receivedAt, place.timeZone), speaker);
  const text = [words.hello, arrived, words.reference(reference), words.answerNext, ...said].join('\n\n');
  return { subject: words.answerSubject(reference), text };
}

/** The receipt of a right of reply. Anyone may type any address: so it repeats nothing of what was sent. */
export function replyReceiptMail(
  language: Language,
  { title, timeZone }: { title: string; timeZone: string },
  { reference, receivedAt }: { reference: string; receivedAt: string },
): Mail {
  const words = replyMailWords[language];
  const { quoted, instant } = speechIn(language);
  const arrived = words.reply(quoted(title), instant(receivedAt, timeZone));
  const text = [words.hello, arrived, words.reference(reference), words.replyNext].join('\n\n');
  return { subject: words.replySubject(reference), text };
}
