import { defaultLanguage, inLanguage, type Language } from '../../lib/language.ts';
import type { PictureSubject } from '../../pictures/picture.ts';
import { subjectOf } from '../../standings/page-subject.ts';

/** A page of a campaign, named by what follows `/images/` or `/integrer/`: the page's own address. */
export interface Place {
  language: Language;
  campaign: string;
  /** As it is written; undefined for today's. */
  edition: string | undefined;
  /** Below the campaign; empty for the board. */
  path: string;
}

/** Reads `en/marseille-2020/editions/2/mouvements/pre-vert`, decoded; null when it is no such address. */
export function readPlace(rest: string): Place | null {
  const parts = rest.split('/');
  const language: Language = parts[0] === 'en' ? 'en' : defaultLanguage;
  if (language === 'en') parts.shift();
  const [campaign = '', ...below] = parts;
  if (campaign === '') return null;
  const isHeld = below[0] === 'editions' && below[1] !== undefined;
  const path = (isHeld ? below.slice(2) : below).map((part) => `/${encodeURIComponent(part)}`).join('');
  return { language, campaign, edition: isHeld ? below[1] : undefined, path };
}

/** The address of the page, and of what is made of it when `under` says so: `/integrer`, `/images`. */
export function addressOf({ language, campaign, edition, path }: Place, under = ''): string {
  const held = edition === undefined ? '' : `/editions/${edition}`;
  return `${under}${inLanguage(`/${encodeURIComponent(campaign)}${held}${path}`, language)}`;
}

/** What a picture or an embed of that page shows; null when the page has none. */
export function subjectAt(path: string): PictureSubject | null {
  const subject = subjectOf(path);
  if (!subject) return null;
  const { movement, demand, list, sector } = subject;
  if (sector !== undefined) return { kind: 'sector', sector };
  if (list !== undefined) return { kind: 'list', list };
  if (movement !== undefined) return demand === undefined ? { kind: 'movement', movement } : { kind: 'cell', movement, demand };
  return demand === undefined ? { kind: 'board' } : { kind: 'demand', demand };
}
