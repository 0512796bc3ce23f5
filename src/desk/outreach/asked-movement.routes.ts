import type { FastifyReply } from 'fastify';
import { accountsRepository } from '../../accounts/accounts.repository.ts';
import type { Authorized } from '../../accounts/can.ts';
import { newToken } from '../../accounts/tokens.ts';
import type { AskedCampaign, AskedMovement } from '../../outreach/asked-campaign.ts';
import { openOutreach } from '../../outreach/outreach.service.ts';
import { openReplyLinks } from '../../outreach/reply-links.service.ts';
import type { Problems } from '../../web/form.ts';
import type { Services } from '../../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import { presentShownOnce } from '../people/shown-once.presenter.ts';
import { presentAskedMovement } from './asked-movement.presenter.ts';
import {
  noAddress,
  readAddress,
  readContact,
  readSent,
  readSettled,
  type TypedAddress,
  type TypedContact,
  typedDay,
} from './asking-form.ts';

const base = '/bureau/campagnes/:slug/sollicitations/mouvements/:movement';

/** One movement: its addresses, what was tried, and the links by which it answers. */
export function registerAskedMovement(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, publishing, standings, clock, config } = services;
  const outreach = openOutreach(database, publishing, standings, clock);
  const replyLinks = openReplyLinks(database, clock);
  const accounts = accountsRepository(database);

  declare('GET', '', (visit, found) => show(visit, found));

  declare('POST', '/contacts', (visit, { campaign, movement }) => {
    const { typed, problems, value } = readContact(visit.body, outreach.today(campaign.thing));
    if (!value) return show(visit, { campaign, movement }, { contact: typed, problems, status: 422 });
    outreach.noteContact(campaign, [movement], value, readSent(visit.body).cle);
    return back(visit, { campaign, movement }, 'contact-note', 'contacts');
  });

  declare('POST', '/contacts/:id/issue', (visit, { campaign, movement }) => {
    const outcome = readSettled(visit.body);
    if (outcome) outreach.settleContact(campaign, movement, idOf(visit), outcome);
    return back(visit, { campaign, movement }, 'contact-note', 'contacts');
  });

  declare('POST', '/contacts/:id/retrait', (visit, { campaign, movement }) => {
    outreach.removeContact(campaign, movement, idOf(visit));
    return back(visit, { campaign, movement }, 'contact-retire', 'contacts');
  });

  declare('POST', '/adresses', (visit, { campaign, movement }) => {
    const { typed, problems, value } = readAddress(visit.body, movement.lists);
    if (!value) return show(visit, { campaign, movement }, { address: typed, problems, status: 422 });
    outreach.addAddress(campaign, movement, value, readSent(visit.body).cle);
    return back(visit, { campaign, movement }, 'adresse', 'adresses');
  });

  declare('POST', '/adresses/:id/retrait', (visit, { campaign, movement }) => {
    outreach.removeAddress(campaign, movement, idOf(visit));
    return back(visit, { campaign, movement }, 'adresse-retiree', 'adresses');
  });

  /** Answered with the page itself: the link is shown this once, and stands in no address of the desk. */
  declare('POST', '/liens', (visit, { campaign, movement }) => {
    const path = outreach.makeLink(campaign, movement, readSent(visit.body).cle);
    return path
      ? show(visit, { campaign, movement }, { newLink: `${config.publicUrl}${path}` })
      : back(visit, { campaign, movement });
  });

  declare('GET', '/liens', (visit, { campaign: { thing: campaign }, movement }) => {
    const back = { href: links.askedMovement(campaign.slug, movement.slug, '#liens'), label: `Aller à ${movement.name}` };
    const here = { campaign, path: links.asking(campaign.slug) };
    return visit.show('desk/people/shown-once', presentShownOnce({ ...visit, secret: 'list', back, here }), 410);
  });

  declare('POST', '/liens/:id/revocation', (visit, { campaign, movement }) => {
    outreach.revokeLink(campaign, movement, idOf(visit));
    return back(visit, { campaign, movement }, 'lien-revoque', 'liens');
  });

  function declare(method: 'GET' | 'POST', path: string, answer: (visit: PersonsVisit, found: Found) => Answer): void {
    desk.person(method, `${base}${path}`, 'outreach:write', (visit) => {
      const campaign = outreach.findCampaign(visit.person, visit.params.slug ?? '');
      const movement = campaign?.thing.movements.find(({ slug }) => slug === visit.params.movement);
      return campaign && movement ? answer(visit, { campaign, movement }) : visit.notFound();
    });
  }

  function back(visit: PersonsVisit, { campaign, movement }: Found, done = '', section = '') {
    return visit.go(
      links.askedMovement(campaign.thing.slug, movement.slug, `${done && `?fait=${done}`}${section && `#${section}`}`),
    );
  }

  function show(visit: PersonsVisit, { campaign, movement }: Found, again: Again = {}): Promise<FastifyReply> {
    const { person, token, query } = visit;
    const today = typedDay(outreach.today(campaign.thing));
    const { contact = { channel: null, outcome: null, happenedOn: today, note: '' }, address = noAddress } = again;
    const state = {
      person,
      token,
      key: newToken(),
      campaign: campaign.thing,
      movement,
      names: accounts.listNames(),
      links: replyLinks.list(movement.id),
      newLink: again.newLink ?? '',
      contact,
      address,
      problems: again.problems ?? new Map<string, string>(),
      done: query.fait,
    };
    return visit.show('desk/outreach/asked-movement', presentAskedMovement(state), again.status ?? 200);
  }
}

type Answer = FastifyReply | Promise<FastifyReply>;

interface Found {
  campaign: Authorized<AskedCampaign>;
  movement: AskedMovement;
}

interface Again {
  contact?: TypedContact;
  address?: TypedAddress;
  problems?: Problems;
  newLink?: string;
  status?: number;
}

function idOf({ params }: PersonsVisit): number {
  return /^\d{1,12}$/.test(params.id ?? '') ? Number(params.id) : 0;
}
