import { french } from '../../lib/typography.ts';
import type { Gone } from '../../standings/gone.ts';
import { assetUrl } from '../../web/assets.ts';
import { presentGone } from '../../web/gone.presenter.ts';
import type { View } from '../../web/view.ts';
import { embedWords } from '../words/embed.ts';

export interface GoneFrame {
  language: string;
  stylesheet: string;
  script: string;
  title: string;
  fiction: string;
  heading: string;
  /** What was withdrawn, and why: in French, as people wrote it. */
  name: string;
  reason: string;
  when: string;
  page: string;
  source: string;
}

declare module '../../web/views.ts' {
  interface Views {
    'data/embed-gone': GoneFrame;
  }
}

/** On someone else's page, where a withdrawn page was framed: that it was withdrawn, why, and where the rest is told. */
export function presentGoneFrame(view: View, gone: Gone): GoneFrame {
  const { state, language, links, path, site } = view;
  const words = embedWords[language];
  const { heading, facts } = presentGone(view, gone, null);
  return {
    language,
    stylesheet: assetUrl('css/embed.css'),
    script: assetUrl('js/embed.js'),
    title: words.frame(heading),
    fiction: state.campaign.fictional ? words.fiction : '',
    heading,
    name: french(gone.name),
    reason: french(gone.gap.reason),
    when: facts.find(({ ours }) => ours !== '')?.ours ?? '',
    page: site.origin + links.page(path),
    source: words.source,
  };
}
