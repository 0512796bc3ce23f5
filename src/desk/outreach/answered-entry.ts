import { frenchDate } from '../../lib/dates.ts';
import type { ClockedReply } from '../../outreach/right-of-reply.service.ts';
import { labels, stanceLabels } from '../../positions/labels.ts';
import type { PublicState } from '../../standings/fold.ts';

/** Where readers meet the entry it is about, as it was last public; null when it was redacted. */
export function aboutOf(state: PublicState, { about, position: subject }: ClockedReply) {
  const payload = state.of(about).get(subject)?.versions.at(-1)?.payload;
  if (!payload) return null;
  const { movement, demand } = payload;
  return 'verdict' in payload
    ? { movement, demand, list: null, since: payload.happenedOn }
    : { movement, demand, list: payload.list, since: null };
}

/** Whose entry it is, on which demand; of a follow-up, with its date. */
export function aboutWords(state: PublicState | null, reply: ClockedReply): string {
  const about = state && aboutOf(state, reply);
  if (!about) return reply.position;
  const movement = state.of('movement').get(about.movement)?.current?.name ?? about.movement;
  const demand = state.of('demand').get(about.demand)?.current?.shortTitle ?? about.demand;
  return about.since === null ? `${movement}, ${demand}` : `${movement}, suivi, ${demand}, ${frenchDate(about.since)}`;
}

/** What readers see of it now, in short. */
export function publicWords(state: PublicState | null, { about, position: subject }: ClockedReply): string {
  const payload = state?.of(about).get(subject)?.current;
  if (!payload) return about === 'assessment' ? 'Ce suivi n’est plus publié.' : 'Cette position n’est plus publiée.';
  return 'verdict' in payload
    ? `${labels.fr.verdict[payload.verdict]}. ${payload.fact}`
    : `${stanceLabels[payload.stance]}. ${payload.summary}`;
}
