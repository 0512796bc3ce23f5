import type { Person } from '../../accounts/can.ts';
import { french } from '../../lib/typography.ts';
import { type DeskFrame, deskFrame, type Here } from '../frame.presenter.ts';

export interface LinkOncePage {
  frame: DeskFrame;
  heading: string;
  lead: string;
  link: string;
  /** What became of the mail; empty when none was to leave. */
  mail: string;
  back: { href: string; label: string };
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/people/link-once': LinkOncePage;
  }
}

export interface LinkOnceState {
  person: Person;
  token: string;
  heading: string;
  lead: string;
  link: string;
  mail?: string;
  back: { href: string; label: string };
  here?: Here;
}

/** A link that is told once, in the very answer that made it. */
export function presentLinkOnce({ person, token, heading, lead, link, mail = '', back, here }: LinkOnceState): LinkOncePage {
  return {
    frame: deskFrame(heading, person, token, '', here),
    heading: french(heading),
    lead: french(lead),
    link,
    mail: french(mail),
    back,
  };
}
