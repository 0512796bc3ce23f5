import { frenchDate } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import type { Likeness } from '../../positions/duplicates.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { Alike, DeskCampaign } from '../../positions/positions.service.ts';
import { headingOf } from './heading.ts';
import type { Notice } from './notice.ts';

const likenessLabels: Record<Likeness, string> = { same_address: 'même adresse', near_quote: 'citation presque identique' };
const stateLabels: Record<DeskPosition['state'], string> = {
  draft: 'brouillon',
  submitted: 'à relire',
  returned: 'revenue',
  approved: 'publiée',
};

/** Says that something like it is there already. It never stops anyone: one article may well speak of three demands. */
export function duplicateNotices(campaign: DeskCampaign, alike: readonly Alike[]): Notice[] {
  if (alike.length === 0) return [];
  const lines = alike.slice(0, 5).map(({ position, likeness }) => ({
    term: headingOf(campaign, position),
    text: french(wordsOf(position, likeness)),
  }));
  return [{ heading: french('Déjà saisi ?'), lines }];
}

function wordsOf({ state, saidOn }: DeskPosition, likeness: readonly Likeness[]): string {
  const why = likeness.map((each) => likenessLabels[each]).join(', ');
  return [why, stateLabels[state], saidOn && frenchDate(saidOn)].filter(Boolean).join(' ; ');
}
