import { type Part, partsOf } from '../lib/french-parts.ts';
import { citationWords } from '../standings/citations/citation-words.ts';
import type { Typeset } from '../standings/citations/citations.service.ts';
import {
  type CitedPage,
  type CslItem,
  citedTitle,
  cslOf,
  readySentence,
  shortReference,
} from '../standings/citations/reference.ts';
import { isPublished, subjectOf } from '../standings/page-subject.ts';
import { assetUrl } from '../web/assets.ts';
import { crumbs, recordFrame } from '../web/campaign-frame.ts';
import type { CopyText, Frame, Link } from '../web/frame.ts';
import { frameWords } from '../web/frame-words.ts';
import type { View } from '../web/view.ts';
import { citeWords } from './words/cite.ts';

export interface CitePage {
  frame: Frame;
  crumbs: Link[];
  heading: string;
  title: Part[];
  intro: string;
  back: Link;
  script: string;
  texts: (CopyText & { heading: string; file: Link | null })[];
}

declare module '../web/views.ts' {
  interface Views {
    'site/cite': CitePage;
  }
}

/** The page that is cited, from the path of its `/citer` page; null when there is none. */
export function citedBy(view: View): CitedPage | null {
  const { state, language, links, site } = view;
  const path = view.path.replace(/^\/citer/, '');
  const about = subjectOf(path);
  if (!about || !isPublished(state, about)) return null;
  return { state, language, about, url: site.origin + links.permanent(state.edition.number, path) };
}

/** Every form in which one page may be cited, each to be copied or taken away. */
export function presentCite(view: View, page: CitedPage, typeset: Typeset): CitePage {
  const { language, links } = view;
  const words = citeWords[language];
  const item = cslOf(page);
  const title = partsOf(citedTitle(page));
  const cited = links.page(view.path.replace(/^\/citer/, ''));
  return {
    frame: {
      ...recordFrame(view, {
        path: links.page(view.path),
        title: `${words.heading} · ${item.title}`,
        description: words.description,
      }),
    },
    crumbs: crumbs(view, { href: cited, label: item.title, parts: title }),
    heading: words.heading,
    title,
    intro: words.intro(page.state.edition.number),
    back: { href: cited, label: words.back },
    script: assetUrl('js/copy.js'),
    texts: textsOf(view, page, item, typeset),
  };
}

function textsOf(view: View, page: CitedPage, item: CslItem, { apa, bibtex, ris }: Typeset): CitePage['texts'] {
  const { language, links } = view;
  const words = citeWords[language];
  const copy = frameWords[language].cite;
  const fingerprint = citationWords[language].fingerprint(page.state.edition.hash);
  const text = (id: string, heading: string, said: string) => ({ id, heading, text: said, ...copy, file: null, code: false });
  const file = (id: string, ending: string, heading: string, said: string) => ({
    ...text(id, heading, said),
    file: { href: `${links.page(view.path)}.${ending}`, label: `${words.download} .${ending}` },
    code: true,
  });
  return [
    text('phrase', words.sentence, readySentence(page)),
    text('courte', words.short, `${shortReference(page)}. ${fingerprint}`),
    text('apa', words.apa, `${apa} ${fingerprint}`),
    text('adresse', words.permanent, page.url),
    file('bibtex', 'bib', 'BibTeX', bibtex.trim()),
    file('ris', 'ris', 'RIS', ris.trim()),
    file('csl', 'csl.json', 'CSL-JSON', JSON.stringify([item], null, 2)),
  ];
}
