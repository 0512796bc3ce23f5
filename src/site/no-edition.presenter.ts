import type { Edition } from '../ledger/payloads.ts';
import type { Moment } from '../standings/moments.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { editionWords } from './words/editions.ts';

export interface NoEditionPage {
  frame: Frame;
  crumbs: Link[];
  heading: string;
  text: string;
  links: Link[];
}

declare module '../web/views.ts' {
  interface Views {
    'site/no-edition': NoEditionPage;
  }
}

export interface AskedMoment {
  moment: Moment;
  /** The edition that stood then, when it did not have the page; null before the first. */
  edition: Edition | null;
}

/** What a page looked like before it existed: what there was then, and where its first edition is. */
export function presentNoEdition(view: View, { moment, edition }: AskedMoment): NoEditionPage {
  const { state, language, links, say } = view;
  const words = editionWords[language].none;
  const when = (instant: string) => say.instant(instant, state.campaign.timeZone);
  const asked = 'wall' in moment ? wallText(view, moment.wall) : when(new Date(moment.instant).toISOString());
  const first = state.editions[0] ?? state.edition;
  return {
    frame: {
      ...campaignFrame(view, { path: links.editions, title: words.title, description: '' }),
      otherLanguage: null,
      cite: null,
    },
    crumbs: crumbs(view, { href: links.editions, label: editionWords[language].heading }),
    heading: edition ? words.notYetThere : words.title,
    text: edition ? words.stood(edition.number, when(edition.publishedAt)) : words.before(asked, when(first.publishedAt)),
    links: [
      edition
        ? { href: links.permanent(edition.number), label: words.board(edition.number) }
        : { href: links.permanent(first.number), label: words.first },
      { href: links.editions, label: words.all },
    ],
  };
}

function wallText({ say }: View, wall: string): string {
  const [day = '', time = ''] = wall.split(' ');
  return time === '23:59:59' ? say.date(day) : `${say.date(day)}, ${time.slice(0, 5)}`;
}
