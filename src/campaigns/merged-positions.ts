import type { NewEntry } from '../ledger/payloads.ts';
import { lineageSubject, positionSubject } from '../ledger/subjects.ts';
import type { PublicState } from '../standings/fold.ts';
import type { WholeCampaign } from './publication.ts';

/**
 * What a movement said before all its second-round lists came out of mergers has to be confirmed: the same words, marked so. Where only
 * some of its lists merged, the movement still stands; the merged ballots alone show its word as one to confirm (see standings).
 */
export function positionsToConfirm(state: PublicState, whole: Pick<WholeCampaign, 'lists' | 'lineage'>): NewEntry[] {
  const merges = whole.lineage.filter(({ kind }) => kind === 'merges');
  const isNew = merges.filter(({ child, parent }) => !state.of('lineage').get(lineageSubject(child, parent))?.current);
  const touched = new Set(isNew.map(({ child }) => whole.lists.find(({ key }) => key === child)?.movement));
  const merged = new Set(merges.map(({ child }) => child));
  return state
    .current('position')
    .filter(({ movement, list, lifecycle }) => list === null && lifecycle === 'current' && touched.has(movement))
    .filter(({ movement }) =>
      whole.lists.every(({ movement: of, round, key }) => of !== movement || round !== 2 || merged.has(key)),
    )
    .map((position) => {
      const subject = positionSubject(position);
      return {
        kind: 'position',
        subject,
        payload: { ...position, lifecycle: 'to_confirm' },
        corrects: state.of('position').get(subject)?.versions.at(-1)?.address ?? null,
        reason: 'La liste du second tour est née d’une fusion : cette position doit être confirmée.',
      };
    });
}
