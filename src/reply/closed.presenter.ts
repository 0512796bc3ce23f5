import { enumerated, french } from '../lib/typography.ts';
import type { AnsweringPlace } from '../outreach/answering.service.ts';
import { type ReplyFrame, replyFrame } from './frame.presenter.ts';
import { links } from './links.ts';

export interface ClosedPage {
  frame: ReplyFrame;
  heading: string;
  why: string;
  ask: string;
  rightOfReply: string;
}

declare module '../web/views.ts' {
  interface Views {
    'reply/closed': ClosedPage;
  }
}

const reasons = {
  expired: 'Ce lien personnel a passé sa date. Rien de ce que vous aviez envoyé n’est perdu.',
  revoked:
    'Ce lien personnel a été fermé par l’association, souvent parce qu’un autre l’a remplacé. Rien de ce que vous aviez envoyé n’est perdu.',
};

/** A link that no longer answers says why, and what one can still do. */
export function presentClosed(closed: 'expired' | 'revoked', place: AnsweringPlace): ClosedPage {
  return {
    frame: replyFrame('Ce lien ne permet plus de répondre', place),
    heading: 'Ce lien ne permet plus de répondre',
    why: french(reasons[closed]),
    ask: french(`Demandez un nouveau lien à qui vous a écrit : ${enumerated(place.signatories)}.`),
    rightOfReply: links.publicReply(place.slug),
  };
}
