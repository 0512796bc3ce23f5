import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Authorized, can } from '../../accounts/can.ts';
import { newToken } from '../../accounts/tokens.ts';
import type { FollowUpRefused } from '../../followup/follow-ups.service.ts';
import type { DeskCampaign, Outcome } from '../../positions/positions.service.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import type { DeskRoutes, PositionDesk } from './desk-services.ts';
import { readSent } from './position-form.ts';
import { presentPublications } from './publications.presenter.ts';
import type { DeskRefusal } from './refusals.ts';

const words = z.string().max(2_000).catch('');
const form = z.object({ note: words, exception: words });
const chosenName = /^(position|suivi)-(\d{1,12})$/;

/** Several approved positions and accepted follow-ups become public together, as one edition with a note to readers. */
export function registerPublications(routes: DeskRoutes, desk: PositionDesk): void {
  const { positions, followUps } = desk;

  routes.person('GET', '/bureau/campagnes/:slug/publications', 'positions:write', (visit) => {
    const campaign = positions.findCampaign(visit.person, visit.params.slug ?? '');
    return campaign ? show(visit, campaign) : visit.notFound();
  });

  routes.person('POST', '/bureau/campagnes/:slug/publications', 'positions:review', (visit) => {
    const { person, params, body } = visit;
    const campaign = positions.findCampaign(person, params.slug ?? '');
    if (!campaign || !can(person, 'positions:review', campaign.thing.campaignId)) return visit.notFound();
    const { note, exception: reason } = form.parse(body ?? {});
    const exception = reason.trim() === '' ? null : { person, reason };
    const chosen = chosenIn(body);
    const beside = () => {
      const leaving = followUps.leave(person, campaign.thing, chosen.followUps);
      return 'refused' in leaving ? { refused: refusalBeside(leaving.refused) } : leaving;
    };
    const words = { note: note.trim(), exception };
    const outcome = positions.publishTogether(campaign, chosen.positions, words, readSent(body).cle, beside);
    if ('done' in outcome) return visit.go(`${links.publications(campaign.thing.slug)}?fait=edition`);
    return show(visit, campaign, refusalOf(outcome));
  });

  function show(
    visit: PersonsVisit,
    authorized: Authorized<DeskCampaign>,
    refusal: DeskRefusal | null = null,
  ): Promise<FastifyReply> {
    const { person, token, query, body } = visit;
    const { thing: campaign } = authorized;
    const page = presentPublications({
      ...{ person, token, key: newToken(), campaign, refusal, done: query.fait },
      accepted: positions.listAccepted(campaign),
      followUps: followUps.list(authorized, ['accepted']),
      state: positions.findState(campaign),
      names: desk.accounts.listNames(),
      mayPublish: can(person, 'positions:review', campaign.campaignId),
      mayExcept: can(person, 'freeze:except', campaign.campaignId),
      freeze: desk.publishing.findFreeze(campaign.slug),
      typed: { ...form.parse(body ?? {}), chosen: refusal ? chosenIn(body) : null },
    });
    return visit.show('desk/publications', page, refusal ? 409 : 200);
  }
}

/** What was checked, by its kind. */
export interface Chosen {
  positions: number[];
  followUps: number[];
}

function chosenIn(body: unknown): Chosen {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(body);
  const idsOf = (kind: string) =>
    Object.keys(given).flatMap((name) => {
      const found = chosenName.exec(name);
      return found?.[1] === kind ? [Number(found[2])] : [];
    });
  return { positions: idsOf('position'), followUps: idsOf('suivi') };
}

/** What is shown of an attempt that did nothing. */
export function refusalOf(outcome: Exclude<Outcome, { done: number }>): DeskRefusal {
  return 'conflict' in outcome ? { refused: 'changed' } : outcome;
}

/** Why follow-ups do not leave with positions, as the page of both says it. */
function refusalBeside(refused: FollowUpRefused['refused']): 'same_cell' | 'overtaken' | 'not_accepted' {
  if (refused === 'overtaken') return refused;
  return refused === 'same_entry' ? 'same_cell' : 'not_accepted';
}
