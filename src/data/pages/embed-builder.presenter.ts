import { z } from 'zod';
import type { Language } from '../../lib/language.ts';
import { contentsOf } from '../../pictures/contents.ts';
import { pictureOf } from '../../pictures/pictures.service.ts';
import type { PublicState } from '../../standings/fold.ts';
import { isPublished, pathOfSubject, subjectOf } from '../../standings/page-subject.ts';
import { demandsOf, racesOf } from '../../standings/scoreboard.ts';
import { assetUrl } from '../../web/assets.ts';
import { campaignFrame, crumbs } from '../../web/campaign-frame.ts';
import type { CopyText, Frame, Link } from '../../web/frame.ts';
import { frameWords } from '../../web/frame-words.ts';
import type { View } from '../../web/view.ts';
import { nameOf } from '../embeds/embed.presenter.ts';
import { snippetOf } from '../embeds/snippet.ts';
import { addressOf, type Place, subjectAt } from '../place/place.ts';
import { type EmbedWords, embedWords } from '../words/embed.ts';

/** What was chosen, kept to what exists. */
export interface EmbedChoice {
  path: string;
  edition: string;
  /** Null for that of the page. */
  language: Language | null;
}

const asked = z.object({
  quoi: z.string().catch(''),
  edition: z.string().catch(''),
  langue: z.enum(['fr', 'en']).nullable().catch(null),
});

/** Reads the form of the page; anything that is not in the state gives the usual. */
export function readEmbedChoice(query: unknown, state: () => PublicState | null): EmbedChoice {
  const { quoi, edition, langue } = asked.parse(query);
  const subject = quoi === '' ? null : subjectOf(quoi);
  const found = state();
  const path = found && subject && isPublished(found, subject) ? pathOfSubject(subject) : '';
  const known = found?.editions.some(({ number }) => String(number) === edition) ?? false;
  return { path, edition: known ? edition : '', language: langue };
}

interface Option {
  value: string;
  label: string;
  selected: boolean;
  /** In the words of the town. */
  french: boolean;
}

export interface EmbedBuilderPage {
  frame: Frame;
  crumbs: Link[];
  words: EmbedWords;
  action: string;
  board: Option;
  groups: { label: string; options: Option[] }[];
  editions: Option[];
  languages: Option[];
  preview: { src: string; title: string };
  code: CopyText;
  script: string;
  /** The same as pictures, with the words to give beside them: a text to paste, in two languages when the page is English. */
  pictures: (Link & { about: string; saveAs: string })[];
  alt: CopyText;
}

declare module '../../web/views.ts' {
  interface Views {
    'data/embed-builder': EmbedBuilderPage;
  }
}

/** The page where a frame is chosen, seen and copied; a form that works without JavaScript. */
export function presentEmbedBuilder(view: View, choice: EmbedChoice, shown: PublicState): EmbedBuilderPage {
  const { state, language, links, site } = view;
  const words = embedWords[language];
  const { title, description } = words;
  const place: Place = {
    language: choice.language ?? language,
    campaign: state.campaign.slug,
    edition: choice.edition || undefined,
    path: choice.path,
  };
  const copy = frameWords[language].cite;
  const { pictures } = words;
  const frameTitle = embedWords[place.language].frame(nameAt(shown, place) || state.campaign.title);
  return {
    frame: { ...campaignFrame(view, { path: links.embed(), title, description }), styles: [assetUrl('css/data.css')] },
    crumbs: crumbs(view),
    words,
    action: links.embed(),
    board: optionOf('', words.board, choice.path),
    groups: groupsOf(state, words, choice.path),
    editions: [
      optionOf('', words.living, choice.edition),
      ...state.editions.toReversed().map(({ number }) => optionOf(String(number), words.frozen(number), choice.edition)),
    ],
    languages: [optionOf('fr', words.french, place.language), optionOf('en', words.english, place.language)],
    preview: { src: addressOf(place, '/integrer'), title: words.preview },
    code: { id: 'code-a-copier', text: snippetOf(place, frameTitle, site.origin), code: true, ...copy },
    script: assetUrl('js/copy.js'),
    pictures: Object.entries(pictures).map(([file, { label, about }]) => ({
      href: `${addressOf(place, '/images')}/${file}`,
      label,
      about,
      saveAs: `${fileNameOf(shown, place)}-${file}`,
    })),
    alt: { id: 'remplacement', ...altOf(shown, place), language: place.language, code: true, ...copy },
  };
}

/** What a picture is saved as: which page, as of which edition. */
function fileNameOf({ campaign, edition }: PublicState, { path }: Place): string {
  return [campaign.slug, `edition-${edition.number}`, ...path.split('/').filter((part) => part !== '')].join('-');
}

function nameAt(state: PublicState, { path, language }: Place): string {
  const subject = subjectAt(path);
  const contents = subject && contentsOf(state, subject, language);
  return contents ? nameOf(contents, subject) : '';
}

/** What the pictures say, for those who do not see them. */
function altOf(state: PublicState, { path, language }: Place): Pick<CopyText, 'text' | 'parts'> {
  const subject = subjectAt(path);
  const picture = subject && pictureOf(state, { subject, shape: 'sheet', language, source: '' });
  return { text: picture?.alt ?? '', parts: picture?.altParts ?? [] };
}

function groupsOf(state: PublicState, words: EmbedWords, chosen: string): EmbedBuilderPage['groups'] {
  const demands = demandsOf(state);
  const movements = state.current('movement');
  const sectors = racesOf(state).flatMap(({ sectorNumber, name }) =>
    sectorNumber === null ? [] : [{ path: pathOfSubject({ sector: String(sectorNumber) }), name }],
  );
  const option = (path: string, label: string) => optionOf(path, label, chosen, true);
  return [
    {
      label: words.demands,
      options: demands.map(({ slug, number, shortTitle }) => option(pathOfSubject({ demand: slug }), `${number}. ${shortTitle}`)),
    },
    ...(sectors.length === 0 ? [] : [{ label: words.sectors, options: sectors.map(({ path, name }) => option(path, name)) }]),
    { label: words.movements, options: movements.map(({ slug, name }) => option(pathOfSubject({ movement: slug }), name)) },
    {
      label: words.cells,
      options: movements.flatMap(({ slug, name }) =>
        demands.map((demand) =>
          option(pathOfSubject({ movement: slug, demand: demand.slug }), `${name}, ${demand.number}. ${demand.shortTitle}`),
        ),
      ),
    },
    {
      label: words.lists,
      options: state
        .current('list')
        .map(({ key, label, race, round }) =>
          option(pathOfSubject({ list: key }), `${label} (${state.of('race').get(race)?.current?.name ?? race}, ${round})`),
        ),
    },
  ];
}

const optionOf = (value: string, label: string, chosen: string, french = false): Option => ({
  value,
  label,
  selected: value === chosen,
  french,
});
