import type { FastifyReply } from 'fastify';
import { accountsRepository } from '../../accounts/accounts.repository.ts';
import type { Authorized } from '../../accounts/can.ts';
import { newToken } from '../../accounts/tokens.ts';
import { openErasures } from '../../erasure/erasures.service.ts';
import type { ErasableEntry } from '../../erasure/kept.ts';
import type { ErasureRefusal, Order } from '../../erasure/order.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import type { PublicState } from '../../standings/fold.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import type { DeskRoutes, DeskServices } from '../positions/desk-services.ts';
import { drawnEntry } from '../positions/drawn-entry.ts';
import { presentErasing } from './erasing.presenter.ts';
import { readEntry, readOrder } from './erasing-form.ts';

/** By order of the law: what would be erased of a published entry, the order, and what was erased. */
export function registerErasing(routes: DeskRoutes, services: DeskServices): void {
  const erasures = openErasures(services);
  const accounts = accountsRepository(services.database);

  routes.person('GET', '/bureau/campagnes/:slug/masquages', 'entries:redact', (visit) => {
    const campaign = erasures.findCampaign(visit.person, visit.params.slug ?? '');
    return campaign ? show(visit, campaign, readEntry(visit.query)) : visit.notFound();
  });

  routes.person('POST', '/bureau/campagnes/:slug/masquages', 'entries:redact', (visit) => {
    const campaign = erasures.findCampaign(visit.person, visit.params.slug ?? '');
    if (!campaign) return visit.notFound();
    const entry = readEntry(visit.body);
    const order = readOrder(visit.body);
    const outcome = erasures.carryOut(campaign, entry, order);
    if ('done' in outcome) return visit.go(`${links.erasing(campaign.thing.slug, entry)}&fait=effacee`);
    return show(visit, campaign, entry, { order, refused: outcome.refused });
  });

  async function show(
    visit: PersonsVisit,
    authorized: Authorized<DeskCampaign>,
    entry: ErasableEntry,
    again: { order: Order; refused: readonly ErasureRefusal[] } | null = null,
  ): Promise<FastifyReply> {
    const { person, token, query } = visit;
    const { thing: campaign } = authorized;
    const state = erasures.findState(campaign);
    const preview = erasures.preview(authorized, entry);
    const carriedOut = erasures.listCarriedOut(campaign, entry);
    if (preview.isEmpty && carriedOut.length === 0 && !state?.of(entry.kind).get(entry.subject)) return visit.notFound();
    const page = presentErasing({
      ...{ person, token, key: newToken(), campaign, state, entry, preview, carriedOut, again, done: query.fait },
      names: accounts.listNames(),
      oldCopies: erasures.listOldCopies(),
      drawn: await drawnOf(state, entry),
    });
    return visit.show('desk/erasing', page, statusOf(again?.refused ?? []));
  }

  /** What voters read of it now. */
  async function drawnOf(state: PublicState | null, { kind, subject }: ErasableEntry): Promise<string> {
    return state && kind !== 'reply' ? drawnEntry(services.preview, state, { kind, subject }) : '';
  }
}

/** Something to complete in what was typed is 422; what changed meanwhile, or is no more, 409. */
function statusOf(refused: readonly ErasureRefusal[]): number {
  if (refused.length === 0) return 200;
  return refused.some((each) => each === 'changed' || each === 'nothing_there') ? 409 : 422;
}
