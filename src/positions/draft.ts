import type { Evidence } from './evidence.ts';
import { type Basis, type Stance, sourcesNeeded } from './stance.ts';

/** What a volunteer writes of one position. Empty texts are what is not written yet; dates are as much of them as is known. */
export interface Draft {
  movementId: number;
  /** The list that differs from its movement; null when the movement speaks. */
  listId: number | null;
  demandId: number;
  stance: Stance | null;
  basis: Basis | null;
  summary: string;
  quote: string;
  condition: string;
  speaker: string;
  saidOn: string;
  reportedBy: string;
  /** Why a published position is replaced; shown to readers. */
  reason: string;
  /** For the desk alone, never published. */
  note: string;
  sources: readonly DraftSource[];
}

export interface DraftSource {
  url: string;
  title: string;
  publisher: string;
  publishedOn: string;
  /** The document that shows it, if one was kept. */
  evidence?: DraftEvidence | null;
}

export type DraftEvidence = Evidence & {
  /** Whether it becomes public with the position. */
  isPublic: boolean;
};

/** What a position still lacks before a second person may read it. */
export type Gap =
  | 'stance'
  | 'basis'
  | 'summary'
  | 'quote'
  | 'condition'
  | 'speaker'
  | 'saidOn'
  | 'reason'
  | 'sources'
  | 'reportedBy';

/**
 * What is missing, in the order of the form. `replaces`: a position of this cell is already published, and a published thing
 * changes only with a reason. A declaration has a speaker and a date; a third party's report says whose it is; a part says which.
 */
export function gapsIn(draft: Draft, replaces: boolean): Gap[] {
  const rules: [Gap, boolean][] = [
    ['stance', draft.stance === null],
    ['condition', draft.stance === 'commits_in_part' && draft.condition === ''],
    ['summary', draft.summary === ''],
    ['basis', draft.basis === null],
    ['quote', draft.basis !== null && needsQuote(draft.basis) && draft.quote === ''],
    ['speaker', (draft.basis === 'reply' || draft.basis === 'public_statement') && draft.speaker === ''],
    ['saidOn', draft.basis !== null && draft.basis !== 'third_party' && draft.saidOn === ''],
    ['reportedBy', draft.basis === 'third_party' && draft.reportedBy === ''],
    [
      'sources',
      draft.sources.length < sourcesNeeded(draft.stance ?? 'commits') ||
        !draft.sources.every((each) => canBeFound(each, draft.saidOn)),
    ],
    ['reason', replaces && draft.reason === ''],
  ];
  return rules.filter(([, missing]) => missing).map(([gap]) => gap);
}

/** What the list itself wrote or said is quoted to the letter. An act, or what someone reports, may have no words of its own. */
function needsQuote(basis: Basis): boolean {
  return basis === 'reply' || basis === 'programme' || basis === 'public_statement';
}

/** A source is named, says where it is from, and is dated: by itself, or by the day of the words on the page it leads to. */
export function canBeFound({ url, title, publisher, publishedOn }: DraftSource, saidOn: string): boolean {
  return title !== '' && publisher !== '' && (publishedOn !== '' || (url !== '' && saidOn !== ''));
}

/**
 * What the address of a source says by itself, where nobody wrote more: who publishes it is the site, and its title is the address.
 * So a volunteer who pastes an address has given a whole source; a better title is welcome, and never asked for.
 */
export function nameSources<T extends Pick<Draft, 'sources'>>(draft: T): T {
  const sources = draft.sources.map((source) => {
    if (!URL.canParse(source.url)) return source;
    const { hostname, pathname } = new URL(source.url);
    const site = hostname.replace(/^www\./, '');
    return { ...source, title: source.title || `${site}${pathname.replace(/\/$/, '')}`, publisher: source.publisher || site };
  });
  return { ...draft, sources };
}
