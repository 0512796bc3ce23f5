import type { Part } from '../lib/french-parts.ts';
import type { Language } from '../lib/language.ts';
import type { ContactStatus, Stance } from '../positions/stance.ts';

/** What a picture shows. */
export type PictureSubject =
  | { kind: 'board' }
  | { kind: 'movement'; movement: string }
  | { kind: 'list'; list: string }
  | { kind: 'demand'; demand: string }
  /** The ballot of a sector, in its last round. */
  | { kind: 'sector'; sector: string }
  | { kind: 'cell'; movement: string; demand: string };

/**
 * `card`: 1200 × 630, what networks show with a link; what does not fit is counted in words. `sheet`: 1200 wide and as high as it
 * needs, for print; everything is on it.
 */
export type PictureShape = 'card' | 'sheet';

export interface PictureOrder {
  subject: PictureSubject;
  shape: PictureShape;
  language: Language;
  /** Where it is from, as people type it: `parole.example/marseille-2020`. Drawn in. */
  source: string;
}

export interface Picture {
  svg: string;
  width: number;
  height: number;
  title: string;
  /** Everything it says, for those who do not see it. */
  alt: string;
  /** The same, cut where its language changes. */
  altParts: Part[];
}

/** An answer as it is drawn: an icon, its words, and what they rest on. */
export interface PictureAnswer {
  state: Stance | ContactStatus;
  label: string;
  /** In smaller letters below; empty for a silence on the board, where there is no room. */
  detail: string;
  since: JudgedSince | null;
}

/** The newest judgement of what became of a pledge, and whose it is: `Depuis le vote : non tenu, selon ` and `La Gazette`. Never cut. */
export interface JudgedSince {
  told: string;
  /** In French, whatever the language; empty when nobody is named. */
  who: string;
}

/** One line of a picture: who or what, and the answers beside it. */
export interface PictureRow {
  name: string;
  about: string;
  /** The page of it, below the campaign: `/mouvements/pre-vert`. */
  path: string;
  answers: PictureAnswer[];
}

/** What a picture says, before it is laid out. */
export interface Contents {
  eyebrow: string;
  title: string;
  /** Over the answers of the rows; empty when each row has one. */
  columns: string[];
  rows: PictureRow[];
  /** The words themselves, when the picture is of one answer; as said, between quotation marks. */
  quote: string;
  /** Where they are from. */
  proof: string;
  /** Who and what of the town the proof names, or a title of ours. */
  names: string[];
}
