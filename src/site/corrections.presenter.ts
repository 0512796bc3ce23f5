import { corrections } from '../standings/corrections.ts';
import { crumbs, recordFrame } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type ChangeView, presentChange } from './changes.presenter.ts';
import { changesWords } from './words/changes.ts';
import { correctionsWords } from './words/corrections.ts';

export interface CorrectionsPage {
  frame: Frame;
  crumbs: Link[];
  words: (typeof correctionsWords)['fr'];
  changeWords: (typeof changesWords)['fr'];
  editions: { heading: string; href: string; changes: ChangeView[] }[];
  report: Link;
}

declare module '../web/views.ts' {
  interface Views {
    'site/corrections': CorrectionsPage;
  }
}

/** Everything that was changed once it was public: when, before and after, why. Newest first. */
export function presentCorrections(view: View): CorrectionsPage {
  const { state, language, links } = view;
  const words = correctionsWords[language];
  return {
    frame: recordFrame(view, { path: links.corrections, title: words.title, description: words.description }),
    crumbs: crumbs(view),
    words,
    changeWords: changesWords[language],
    editions: [...Map.groupBy(corrections(state), ({ edition }) => edition)].map(([number, changes]) => ({
      heading: headingOf(view, number),
      href: links.permanent(number),
      changes: changes.map((change) => presentChange(view, state, change)),
    })),
    report: { href: links.rightOfReply, label: words.report },
  };
}

function headingOf({ state, language, say }: View, number: number): string {
  const publishedAt = state.editions[number - 1]?.publishedAt ?? '';
  return correctionsWords[language].edition(number, say.instant(publishedAt, state.campaign.timeZone));
}
