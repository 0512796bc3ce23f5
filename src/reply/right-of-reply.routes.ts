import { z } from 'zod';
import { newToken } from '../accounts/tokens.ts';
import { openAnswering } from '../outreach/answering.service.ts';
import { openReceipts } from '../outreach/receipts.service.ts';
import { openRightOfReply } from '../outreach/right-of-reply.service.ts';
import type { Problems } from '../web/form.ts';
import { queryText } from '../web/query.ts';
import { nameOf } from './answer.presenter.ts';
import { readKey } from './answer-form.ts';
import { presentClosed } from './closed.presenter.ts';
import { type Entry, entriesOf } from './entries.ts';
import type { FramedCampaign } from './frame.presenter.ts';
import { linksIn } from './links.ts';
import { replyReceiptMail } from './receipt-mail.ts';
import type { Answer, Limit, openReplyRoutes, ReplyServices, Visit } from './reply-routes.ts';
import { presentRightOfReply, presentRightOfReplyReceipt } from './right-of-reply.presenter.ts';
import { problemsOfReply, readReply, type TypedReply } from './right-of-reply-form.ts';

const reading: Limit = { max: 120, minutes: 1 };
const writing: Limit = { max: 10, minutes: 60 };

/** Where a right of reply is asked: by the public form, or by a list's own link, which says who writes. */
interface Place {
  campaign: FramedCampaign & { timeZone: string };
  who: string;
  linkId: number | null;
  entries: readonly Entry[];
  action: string;
  back: string;
  receipt(reference: string): string;
}

/** The right of reply, through the public form and through a personal link. */
export function registerRightOfReply(declare: Awaited<ReturnType<typeof openReplyRoutes>>, services: ReplyServices): void {
  const { database, publishing, clock, standings } = services;
  const replies = openRightOfReply(database, publishing, clock);
  const answering = openAnswering(database, clock);
  const sendReceipt = openReceipts(services);

  registerAt('/droit-de-reponse/:campaign', null, publicPlace);
  registerAt('/repondre/:link/droit-de-reponse', reading, placeOfLink);

  /** `form`: how often the form itself may be read; whoever has a link is counted, nobody else. */
  function registerAt(url: string, form: Limit | null, find: (visit: Visit) => Place | Answer): void {
    const at = (method: 'GET' | 'POST', path: string, limit: Limit | null, answer: (visit: Visit, place: Place) => Answer) =>
      declare(method, `${url}${path}`, limit, (visit) => {
        const place = find(visit);
        return isPlace(place) ? answer(visit, place) : place;
      });
    at('GET', '', form, (visit, place) => show(visit, place, readReply(visit.query)));
    at('POST', '', writing, receive);
    at('GET', '/recu/:reference', reading, showReceipt);
  }

  async function receive(visit: Visit, place: Place) {
    const typed = readReply(visit.body);
    const key = readKey(visit.body);
    const problems = problemsOfReply(typed, place.entries, { byLink: place.linkId !== null, language: visit.language });
    const entry = place.entries.find(({ value }) => value === typed.entree);
    if (problems.size > 0 || !entry) return show(visit, place, typed, { key, problems, status: 422 });
    const { nom: author, qualite: capacity, contact, texte: text } = typed;
    const about = { movement: entry.movement, about: entry.kind, position: entry.subject };
    const sent = { ...about, author, capacity, contact, text, linkId: place.linkId };
    const { reply, again } = replies.receive(place.campaign.slug, sent, key);
    const to = again ? '' : (z.email().safeParse(contact).data ?? '');
    const mail = await sendReceipt({ slug: place.campaign.slug, to, ...replyReceiptMail(visit.language, place.campaign, reply) });
    return visit.go(`${place.receipt(reply.reference)}${mail && `?courriel=${mail}`}`);
  }

  function showReceipt(visit: Visit, place: Place) {
    const reply = replies.findReceipt(place.campaign.slug, visit.params.reference ?? '');
    if (!reply || (place.linkId !== null && reply.linkId !== place.linkId)) return visit.notFound();
    const entry = place.entries.find(({ kind, subject }) => kind === reply.about && subject === reply.position) ?? null;
    const about = { entry, mail: visit.query.courriel, back: place.back, path: place.receipt(reply.reference) };
    return visit.show('reply/right-of-reply-receipt', presentRightOfReplyReceipt(visit.language, place.campaign, reply, about));
  }

  function publicPlace(visit: Visit): Place | Answer {
    const state = standings.find(visit.params.campaign ?? '');
    if (!state) return visit.notFound();
    const { slug, title, fictional, timeZone } = state.campaign;
    const links = linksIn(visit.language);
    return {
      campaign: { slug, title, fictional, timeZone },
      who: '',
      linkId: null,
      entries: entriesOf(state),
      action: links.publicReply(slug),
      back: links.campaign(slug),
      receipt: (reference) => links.publicReplyReceipt(slug, reference),
    };
  }

  function placeOfLink(visit: Visit): Place | Answer {
    const link = visit.params.link ?? '';
    const found = answering.find(link);
    if (!found) return visit.notFound();
    if ('closed' in found) return visit.show('reply/closed', presentClosed(visit.language, found.closed, found.place), 410);
    const { place } = found;
    const links = linksIn(visit.language);
    return {
      campaign: place,
      who: nameOf(place),
      linkId: place.linkId,
      entries: entriesOf(standings.find(place.slug), place.movement.slug),
      action: links.linkReply(link),
      back: links.answer(link),
      receipt: (reference) => links.linkReplyReceipt(link, reference),
    };
  }
}

function isPlace(found: Place | Answer): found is Place {
  return 'entries' in found;
}

interface Again {
  key?: string;
  problems?: Problems;
  status?: number;
}

function show(visit: Visit, { campaign, who, entries, action, back }: Place, typed: TypedReply, again: Again = {}) {
  const { key = newToken(), problems = new Map(), status = 200 } = again;
  const { language } = visit;
  const path = again.key === undefined ? action + queryText([['entree', typed.entree]]) : '';
  return visit.show(
    'reply/right-of-reply',
    presentRightOfReply({ language, campaign, who, entries, typed, problems, action, key, back, path }),
    status,
  );
}
