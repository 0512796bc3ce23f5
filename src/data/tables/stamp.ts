import { integer, text } from './column.ts';
import type { Dossier } from './table.ts';

/** On every row: which campaign, and as of which edition. A line copied out of a file still says where it is from. */
export const stampColumns = {
  campaign: text('La campagne', 'The campaign'),
  edition: integer('L’édition que ce fichier montre', 'The edition this file shows'),
  edition_hash: text('L’empreinte SHA-256 de cette édition', 'The SHA-256 fingerprint of this edition'),
};

export const stampOf = ({ state: { campaign, edition } }: Dossier) => ({
  campaign: campaign.slug,
  edition: edition.number,
  edition_hash: edition.hash,
});

/** The address of a page as this edition left it: it keeps saying what the row says. */
export function permalink({ state, publicUrl }: Dossier, ...parts: string[]): string {
  const path = [state.campaign.slug, 'editions', String(state.edition.number), ...parts].map(encodeURIComponent).join('/');
  return `${publicUrl}/${path}`;
}

/** An instant to the second, the one spelling that every reader of Table Schema takes for a date and a time. */
export function toTheSecond(instant: string): string {
  return instant.replace(/\.\d+(?=Z$)/, '');
}
