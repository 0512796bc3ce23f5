import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Authorized } from '../../accounts/can.ts';
import { largestEvidence } from '../../positions/evidence.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { Outcome } from '../../positions/positions.service.ts';
import { isEditable } from '../../positions/review.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import type { DeskRoutes, PositionDesk } from './desk-services.ts';
import { emptyForm, returnedNotice, typedFrom, typedFromPublished } from './form-state.presenter.ts';
import { loadPosition } from './load-position.ts';
import { readSent } from './position-form.ts';
import { savePosition } from './save-position.ts';
import { showForm } from './show-form.ts';
import { showPosition } from './show-position.ts';

const correcting = z.object({ corriger: z.string().max(400).catch('') });
const uploading = { ability: 'positions:write', maxBytes: largestEvidence } as const;

/** Entering a position: saved as it is typed, submitted, taken back, thrown away and taken out again. */
export function registerPositions(routes: DeskRoutes, desk: PositionDesk): void {
  const { positions } = desk;

  routes.person('GET', '/bureau/campagnes/:slug/positions/nouvelle', 'positions:write', (visit) => {
    const campaign = positions.findCampaign(visit.person, visit.params.slug ?? '')?.thing;
    if (!campaign) return visit.notFound();
    const subject = correcting.parse(visit.query).corriger;
    const published = positions.findState(campaign)?.of('position').get(subject)?.current;
    const typed = published ? typedFromPublished(published) : emptyForm(visit.query);
    return showForm(desk, visit, campaign, null, { typed });
  });

  routes.upload('/bureau/campagnes/:slug/positions', uploading, (visit, upload) => {
    const campaign = positions.findCampaign(visit.person, visit.params.slug ?? '');
    return campaign ? savePosition(desk, visit, { campaign, position: null }, upload) : visit.notFound();
  });

  routes.person('GET', '/bureau/positions/:id', 'positions:write', (visit) => {
    const found = loadPosition(positions, visit);
    if (!found) return visit.notFound();
    const { thing: campaign } = found.campaign;
    const { thing: position } = found.position;
    if (!isEditable(position)) return showPosition(desk, visit, campaign, position);
    return showForm(desk, visit, campaign, position, {
      typed: typedFrom(campaign.grid, position),
      notices: returnedNotice(position),
    });
  });

  routes.upload('/bureau/positions/:id', uploading, (visit, upload) => {
    const found = loadPosition(positions, visit);
    return found ? savePosition(desk, visit, found, upload) : visit.notFound();
  });

  routes.person('POST', '/bureau/positions/:id/reprise', 'positions:write', (visit) =>
    step(visit, positions.takeBack, (id) => `${links.position(id)}?fait=reprise`),
  );
  routes.person('POST', '/bureau/positions/:id/corbeille', 'positions:write', (visit) =>
    step(visit, positions.discard, (id) => `${links.today}?fait=jetee&annuler=${id}`),
  );
  routes.person('POST', '/bureau/positions/:id/restauration', 'positions:write', (visit) =>
    step(visit, positions.restore, (id) => `${links.position(id)}?fait=restauree`),
  );

  function step(visit: PersonsVisit, take: Take, next: (id: number) => string): FastifyReply | Promise<FastifyReply> {
    const found = loadPosition(positions, visit);
    if (!found) return visit.notFound();
    const { version, cle: key } = readSent(visit.body);
    const outcome = take(found.position, { version, key });
    if ('done' in outcome) return visit.go(next(outcome.done));
    const refusal = 'conflict' in outcome ? { refused: 'changed' as const } : outcome;
    return showPosition(desk, visit, found.campaign.thing, found.position.thing, { refusal });
  }
}

type Take = (position: Authorized<DeskPosition>, sending: { version: number; key: string }) => Outcome;
