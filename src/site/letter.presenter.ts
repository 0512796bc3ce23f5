import { frenchDate, onFrenchDate } from '../lib/dates.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import { counted, french } from '../lib/typography.ts';
import { demandsOf } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';

export interface LetterPage {
  frame: Frame;
  crumbs: Link[];
  heading: string;
  published: string;
  /** Markdown that was rendered and filtered by lib/markdown.ts. */
  bodyHtml: string;
  original: string;
  replies: string;
  demands: (Link & { number: number })[];
  signatories: { heading: string; names: string[] };
}

declare module '../web/views.ts' {
  interface Views {
    'site/letter': LetterPage;
  }
}

/** The letter, its demands and who signed it. Null until it is published. */
export function presentLetter(view: View): LetterPage | null {
  const { state, links } = view;
  const letter = state.current('letter').at(-1);
  if (!letter) return null;
  const signatories = state.current('signatory').toSorted((a, b) => a.rank - b.rank);
  const checked = letter.repliesCheckedOn ? ` Vérifié ${onFrenchDate(letter.repliesCheckedOn)}.` : '';
  return {
    frame: campaignFrame(view, {
      path: links.letter,
      title: french(letter.title),
      description: `La lettre du ${frenchDate(letter.publishedOn)}.`,
    }),
    crumbs: crumbs(view),
    heading: french(letter.title),
    published: `Publiée ${onFrenchDate(letter.publishedOn)}`,
    bodyHtml: markdownToHtml(french(letter.body)),
    original: letter.url ?? '',
    replies: letter.repliesNote ? french(letter.repliesNote) + checked : '',
    demands: demandsOf(state).map((demand) => ({
      number: demand.number,
      href: links.demand(demand.slug),
      label: french(demand.title),
    })),
    signatories: {
      heading: counted(signatories.length, 'signataire'),
      names: signatories.map(({ name }) => french(name)),
    },
  };
}
