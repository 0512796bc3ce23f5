import type { Language } from '../lib/language.ts';
import { speechIn } from '../lib/speech.ts';
import { french } from '../lib/typography.ts';
import type { AnsweringPlace } from '../outreach/answering.service.ts';
import type { Link } from '../web/frame.ts';
import { type ReplyFrame, replyFrame } from './frame.presenter.ts';
import { linksIn } from './links.ts';
import { sentWords } from './words/sent.ts';

export interface ClosedPage {
  frame: ReplyFrame;
  heading: string;
  why: string;
  ask: { text: string; whom: string };
  rightOfReply: Link;
}

declare module '../web/views.ts' {
  interface Views {
    'reply/closed': ClosedPage;
  }
}

/** A link that no longer answers says why, and what one can still do. */
export function presentClosed(language: Language, closed: 'expired' | 'revoked', place: AnsweringPlace): ClosedPage {
  const words = sentWords[language];
  return {
    frame: replyFrame(language, words.closedHeading, place),
    heading: words.closedHeading,
    why: words.closed[closed],
    ask: { text: words.askForAnother, whom: french(speechIn(language).enumerated(place.signatories)) },
    rightOfReply: { href: linksIn(language).publicReply(place.slug), label: words.rightOfReply },
  };
}
