import { dayIn } from '../../lib/dates.ts';
import { speechIn } from '../../lib/speech.ts';
import { contentsOf } from '../../pictures/contents.ts';
import type { Contents, JudgedSince, PictureSubject } from '../../pictures/picture.ts';
import type { ContactStatus, Stance } from '../../positions/stance.ts';
import { difference } from '../../standings/difference.ts';
import type { PublicState } from '../../standings/fold.ts';
import { assetUrl } from '../../web/assets.ts';
import type { Link } from '../../web/frame.ts';
import { addressOf, type Place, subjectAt } from '../place/place.ts';
import { type EmbedWords, embedWords } from '../words/embed.ts';

interface AnswerView {
  state: Stance | ContactStatus;
  label: string;
  detail: string;
  since: JudgedSince | null;
  /** Over it on a narrow frame, where the table has no head. */
  column: string;
}

export interface EmbedPage {
  language: string;
  stylesheet: string;
  script: string;
  words: EmbedWords;
  /** A demand, a list and a movement keep the names they gave themselves. */
  title: { text: string; language: string };
  /** What the frame is called where it stands: its title, and whose when the title does not say. */
  name: string;
  eyebrow: string;
  fiction: string;
  columns: string[];
  rows: (Link & { about: string; answers: AnswerView[] })[];
  quote: string;
  proof: string;
  edition: { label: string; day: string };
  /** Empty when the frame is a living one. */
  held: string;
  today: Link | null;
  page: string;
}

declare module '../../web/views.ts' {
  interface Views {
    'data/embed': EmbedPage;
  }
}

/** What a frame shows: the same contents as a picture, in a page of its own. Null when there is no such thing. */
export function presentEmbed(state: PublicState, newest: PublicState, place: Place, origin: string): EmbedPage | null {
  const subject = subjectAt(place.path);
  const contents = subject && contentsOf(state, subject, place.language);
  if (!contents) return null;
  const { campaign, edition } = state;
  const words = embedWords[place.language];
  const day = dayIn(edition.publishedAt, campaign.timeZone);
  const isHeld = place.edition !== undefined;
  return {
    language: place.language,
    stylesheet: assetUrl('css/embed.css'),
    script: assetUrl('js/embed.js'),
    words,
    title: { text: contents.title, language: isOurs(subject) ? place.language : 'fr' },
    name: nameOf(contents, subject),
    eyebrow: contents.eyebrow,
    fiction: campaign.fictional ? words.fiction : '',
    columns: contents.columns,
    rows: contents.rows.map(({ name, about, path, answers }) => ({
      href: origin + addressOf({ ...place, path }),
      label: name,
      about,
      answers: answers.map((answer, index) => ({ ...answer, column: contents.columns[index] ?? '' })),
    })),
    quote: contents.quote,
    proof: contents.proof,
    edition: { label: words.edition(edition.number, speechIn(place.language).date(day)), day },
    held: isHeld ? `${words.held(edition.number)} ${words.since(difference(state, newest).length)}` : '',
    today: isHeld ? { href: origin + addressOf({ ...place, edition: undefined }), label: words.today } : null,
    page: origin + addressOf(place),
  };
}

/** The title of a cell names its demand, that of a list its label: who, and where, stands above it. */
export function nameOf({ title, eyebrow }: Contents, { kind }: PictureSubject): string {
  return kind === 'cell' || kind === 'list' ? `${title} (${eyebrow})` : title;
}

/** Whether the title is in our words: a movement, a list or a demand keeps its own. */
function isOurs({ kind }: PictureSubject): boolean {
  return kind === 'board' || kind === 'sector';
}
