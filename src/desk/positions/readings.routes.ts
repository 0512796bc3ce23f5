import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Outcome } from '../../positions/positions.service.ts';
import { stances } from '../../positions/stance.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import type { DeskRoutes, PositionDesk } from './desk-services.ts';
import { type Loaded, loadReviewable } from './load-position.ts';
import { readSent } from './position-form.ts';
import { presentReadingQueue } from './reading-queue.presenter.ts';
import { showPosition } from './show-position.ts';
import { undoFor } from './undo.ts';

const codeForm = z.object({ code: z.enum(stances).nullable().catch(null) });
const words = z.string().max(5_000).catch('');
const decision = z.object({ motif: words, reglement: words, exception: words });

/** Reading as a second person: the queue with its reasons, the code chosen blind, then the decision; and taking it back. */
export function registerReadings(routes: DeskRoutes, desk: PositionDesk): void {
  const { positions, followUps, accounts } = desk;

  routes.person('GET', '/bureau/campagnes/:slug/lecture', 'positions:write', (visit) => {
    const { person, params, query, token } = visit;
    const campaign = positions.findCampaign(person, params.slug ?? '');
    if (!campaign) return visit.notFound();
    const waiting = positions.listToRead(campaign.thing);
    const withdrawals = positions.listWithdrawals(campaign);
    const known = { withdrawals, followUps: followUps.list(campaign, ['submitted']), names: accounts.listNames() };
    const state = { person, token, campaign: campaign.thing, waiting, ...known };
    return visit.show('desk/reading-queue', presentReadingQueue({ ...state, done: query.fait, undo: undoFor(positions, visit) }));
  });

  routes.person('POST', '/bureau/positions/:id/lecture', 'positions:review', (visit) => {
    const found = loadReviewable(positions, visit);
    if (!found) return visit.notFound();
    const { cle: key, version } = readSent(visit.body);
    const { code } = codeForm.parse(visit.body ?? {});
    const outcome: Outcome = code ? positions.code(found.position, { key, version }, code) : { refused: 'not_coded' };
    return answer(visit, found, outcome, (id) => `${links.position(id)}?fait=codee`);
  });

  routes.person('POST', '/bureau/positions/:id/approbation', 'positions:review', (visit) => {
    const found = loadReviewable(positions, visit);
    if (!found) return visit.notFound();
    const { cle: key, version, suite } = readSent(visit.body);
    const { reglement: note, exception: reason } = decision.parse(visit.body ?? {});
    const publishing = suite === 'attendre' ? 'later' : 'now';
    const exception = reason.trim() === '' ? null : { person: visit.person, reason };
    const outcome = positions.accept(found.position, { key, version, note, publishing, exception });
    const { slug } = found.campaign.thing;
    return answer(visit, found, outcome, (id) =>
      publishing === 'later' ? `${links.reading(slug)}?fait=approuvee&annuler=${id}` : `${links.position(id)}?fait=publiee`,
    );
  });

  routes.person('POST', '/bureau/positions/:id/retour', 'positions:review', (visit) => {
    const found = loadReviewable(positions, visit);
    if (!found) return visit.notFound();
    const { cle: key, version } = readSent(visit.body);
    const outcome = positions.giveBack(found.position, { key, version }, decision.parse(visit.body ?? {}).motif);
    return answer(visit, found, outcome, (id) => `${links.reading(found.campaign.thing.slug)}?fait=retournee&annuler=${id}`);
  });

  routes.person('POST', '/bureau/positions/:id/annulation', 'positions:review', (visit) => {
    const found = loadReviewable(positions, visit);
    if (!found) return visit.notFound();
    const { cle: key, version } = readSent(visit.body);
    return answer(visit, found, positions.undo(found.position, { key, version }), (id) => `${links.position(id)}?fait=annulee`);
  });

  function answer(
    visit: PersonsVisit,
    { campaign, position }: Loaded,
    outcome: Outcome,
    next: (id: number) => string,
  ): FastifyReply | Promise<FastifyReply> {
    if ('done' in outcome) return visit.go(next(outcome.done));
    const { motif: reason, reglement: note, exception } = decision.parse(visit.body ?? {});
    const typed = { reason, note, exception };
    const current = positions.findWritable(visit.person, position.thing.id)?.thing ?? position.thing;
    const refusal = 'conflict' in outcome ? { refused: 'changed' as const } : outcome;
    return showPosition(desk, visit, campaign.thing, current, { refusal, typed });
  }
}
