import { dayIn } from '../../lib/dates.ts';
import { assetUrl } from '../../web/assets.ts';
import { campaignFrame, crumbs } from '../../web/campaign-frame.ts';
import type { Frame, Link } from '../../web/frame.ts';
import type { View } from '../../web/view.ts';
import { type RegisterWords, registerWords } from '../words/register.ts';

export interface RegisterPage {
  frame: Frame;
  crumbs: Link[];
  words: RegisterWords;
  fingerprint: { heading: string; hash: string };
  files: { register: string; archive: string; script: string };
  command: string;
  checker: string;
  editions: { heading: string; href: string; day: string; when: string; note: string; hash: string }[];
}

declare module '../../web/views.ts' {
  interface Views {
    'data/register': RegisterPage;
  }
}

/** What the register is, in plain words; its fingerprints; and how anyone checks it. */
export function presentRegister(view: View): RegisterPage {
  const { state, language, links, say } = view;
  const { campaign, edition, editions } = state;
  const words = registerWords[language];
  const { title, description } = words;
  const checker = assetUrl('js/verifier.js');
  return {
    frame: {
      ...campaignFrame(view, { path: links.register, title, description }),
      styles: [assetUrl('css/data.css')],
    },
    crumbs: crumbs(view),
    words,
    fingerprint: { heading: words.fingerprint(edition.number), hash: edition.hash },
    files: { register: links.file('registre.json'), archive: links.file('donnees.zip'), script: checker },
    command: `node verifier.mjs registre.json --pin ${edition.number}:${edition.hash}`,
    checker,
    editions: editions.toReversed().map(({ number, publishedAt, note, hash }) => ({
      heading: words.edition(number),
      href: links.edition(number),
      day: dayIn(publishedAt, campaign.timeZone),
      when: say.instant(publishedAt, campaign.timeZone),
      note,
      hash,
    })),
  };
}
