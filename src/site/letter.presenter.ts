import { markdownToHtml } from '../lib/markdown.ts';
import { french } from '../lib/typography.ts';
import { demandsOf } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { letterWords } from './words/letter.ts';

export interface LetterPage {
  frame: Frame;
  crumbs: Link[];
  words: (typeof letterWords)['fr'];
  heading: string;
  published: string;
  /** Markdown that was rendered and filtered by lib/markdown.ts. */
  bodyHtml: string;
  original: string;
  replies: string;
  checked: string;
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
  const { state, links, language, say } = view;
  const letter = state.current('letter').at(-1);
  if (!letter) return null;
  const words = letterWords[language];
  const signatories = state.current('signatory').toSorted((a, b) => a.rank - b.rank);
  const count = say.counted(signatories.length, words.signatory, words.signatories);
  const { town } = state.campaign;
  return {
    frame: campaignFrame(view, {
      path: links.letter,
      title: french(letter.title),
      description: say.text(words.description(town, say.onDate(letter.publishedOn), count)),
    }),
    crumbs: crumbs(view),
    words,
    heading: french(letter.title),
    published: words.published(say.onDate(letter.publishedOn)),
    bodyHtml: markdownToHtml(french(letter.body)),
    original: letter.url ?? '',
    replies: french(letter.repliesNote ?? ''),
    checked: letter.repliesNote && letter.repliesCheckedOn ? words.checked(say.onDate(letter.repliesCheckedOn)) : '',
    demands: demandsOf(state).map((demand) => ({
      number: demand.number,
      href: links.demand(demand.slug),
      label: french(demand.title),
    })),
    signatories: { heading: count, names: signatories.map(({ name }) => french(name)) },
  };
}
