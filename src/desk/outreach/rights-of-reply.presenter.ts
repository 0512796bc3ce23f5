import type { Person } from '../../accounts/can.ts';
import type { Freeze } from '../../campaigns/freeze.ts';
import { frenchClock, frenchInstant } from '../../lib/dates.ts';
import { counted, french } from '../../lib/typography.ts';
import { hoursLeft } from '../../outreach/reply-deadline.ts';
import type { ClockedReply, ReplyCampaign } from '../../outreach/right-of-reply.service.ts';
import { replySubject } from '../../outreach/right-of-reply.ts';
import type { PublicState } from '../../standings/fold.ts';
import { type ErrorSummary, summaryOf } from '../../web/form.ts';
import { erasedWords } from '../erased-words.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import { aboutOf, aboutWords, publicWords } from './answered-entry.ts';
import { type DecisionForms, type DecisionProblem, decisionForms, problemOf } from './reply-decision.presenter.ts';

export interface RightsOfReplyPage {
  frame: DeskFrame;
  waiting: { href: string; label: string; clock: string; late: boolean }[];
  decided: { href: string; label: string; detail: string }[];
}

export interface RightOfReplyPage {
  frame: DeskFrame;
  key: string;
  back: string;
  heading: string;
  clock: string;
  late: boolean;
  errors: ErrorSummary | null;
  facts: { term: string; text: string }[];
  text: string;
  /** Null for whoever may not decide, and once it is decided. */
  decide: DecisionForms | null;
  published: string;
  /** Where the law is obeyed; empty for whoever may not, and while it waits. */
  erase: string;
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/outreach/rights-of-reply': RightsOfReplyPage;
    'desk/outreach/right-of-reply': RightOfReplyPage;
  }
}

interface Common {
  person: Person;
  token: string;
  campaign: ReplyCampaign;
  now: Date;
  state: PublicState | null;
  done: unknown;
}

/** Every right of reply, those that wait first with the time that is left. */
export function presentRightsOfReply(view: Common & { replies: readonly ClockedReply[] }): RightsOfReplyPage {
  const { campaign, replies, state } = view;
  const label = (reply: ClockedReply) => french(`${authorOf(reply)} : ${aboutWords(state, reply)}`);
  const href = ({ id }: ClockedReply) => links.rightOfReply(campaign.slug, id);
  return {
    frame: frameOf('Droits de réponse', view),
    waiting: presentWaiting(view).map(({ href, label, detail, late }) => ({ href, label, clock: detail, late })),
    decided: replies
      .filter((reply) => reply.state !== 'received')
      .toReversed()
      .map((reply) => ({ href: href(reply), label: label(reply), detail: stateWords(reply, campaign.timeZone) })),
  };
}

/** Those that wait, with what is left of their time: also on the first page of whoever works on the campaign. */
export function presentWaiting({
  campaign,
  replies,
  now,
  state,
}: Pick<Common, 'campaign' | 'now' | 'state'> & { replies: readonly ClockedReply[] }) {
  return replies
    .filter((reply) => reply.state === 'received')
    .map((reply) => {
      const { clock: detail, late } = clockOf(reply, campaign, now);
      const label = french(`${reply.author} : ${aboutWords(state, reply)}`);
      return { id: `reponse-${reply.id}`, href: links.rightOfReply(campaign.slug, reply.id), label, detail, late };
    });
}

export interface RightOfReplyState extends Common {
  key: string;
  reply: ClockedReply;
  names: ReadonlyMap<number, string>;
  mayDecide: boolean;
  mayErase: boolean;
  /** Why the last decision was not taken; empty when it was, or when none was tried. */
  problem: DecisionProblem;
  typed: { checked: string; reason: string; exception: string };
  freeze: Freeze | null;
  mayExcept: boolean;
}

/** One of them, with what a reader needs to decide: who says what about which entry, and until when. */
export function presentRightOfReply(view: RightOfReplyState): RightOfReplyPage {
  const { campaign, reply, now, state, names, mayDecide } = view;
  const at = (part: string) => links.rightOfReply(campaign.slug, reply.id, part);
  const problems = problemOf(view.problem);
  const about = state && aboutOf(state, reply);
  return {
    frame: frameOf(`Droit de réponse ${reply.reference}`, view),
    key: view.key,
    back: links.rightsOfReply(campaign.slug),
    heading: french(reply.erasedAt ? 'Droit de réponse' : `Droit de réponse de ${reply.author}`),
    ...(reply.state === 'received'
      ? clockOf(reply, campaign, now)
      : { clock: stateWords(reply, campaign.timeZone), late: false }),
    errors: summaryOf(problems, 'Cela n’a pas été fait'),
    facts: factsOf(reply, state, campaign, names),
    text: reply.erasedAt ? erasedWords(reply.erasedAt, campaign.timeZone) : reply.text,
    decide: mayDecide && reply.state === 'received' ? decisionForms(at, view, problems) : null,
    erase:
      view.mayErase && reply.state !== 'received'
        ? links.erasing(campaign.slug, { kind: 'reply', subject: replySubject(reply) })
        : '',
    published:
      reply.state === 'published' && about ? links.publicCell(campaign.slug, about.movement, about.demand, about.list) : '',
  };
}

function frameOf(title: string, { person, token, campaign, done }: Common): DeskFrame {
  return deskFrame(title, person, token, done, { campaign, path: links.rightsOfReply(campaign.slug) });
}

function clockOf({ deadline }: ClockedReply, { timeZone }: ReplyCampaign, now: Date): { clock: string; late: boolean } {
  const left = hoursLeft(deadline, timeZone, now);
  const days = Math.floor(left / 24);
  const time = days > 0 ? `${counted(days, 'jour')} et ${counted(left % 24, 'heure')}` : counted(Math.max(left, 0), 'heure');
  const moved = { before: ', avant le silence électoral', after: ', à la fin du silence électoral' };
  const due = `À publier au plus tard le ${frenchClock(deadline.due)}${deadline.moved ? moved[deadline.moved] : ''}`;
  return { clock: french(left < 0 ? `${due} : le délai est passé` : `${due} : il reste ${time}`), late: left < 12 };
}

function stateWords({ state, decidedAt, reason, editionNumber, erasedAt }: ClockedReply, timeZone: string): string {
  const when = decidedAt ? ` le ${frenchInstant(decidedAt, timeZone)}` : '';
  if (state === 'published') return french(`Publié dans l’édition ${editionNumber}${when}`);
  return french(erasedAt ? `Refusé${when}` : `Refusé${when} : ${reason}`);
}

function authorOf({ author, erasedAt }: ClockedReply): string {
  return erasedAt ? 'Texte effacé' : author;
}

function factsOf(
  reply: ClockedReply,
  state: PublicState | null,
  { timeZone }: ReplyCampaign,
  names: ReadonlyMap<number, string>,
): RightOfReplyPage['facts'] {
  const facts: [string, string][] = [
    ['À propos de', aboutWords(state, reply)],
    ['Ce qui est publié', publicWords(state, reply)],
    ['Reçu', `${frenchInstant(reply.receivedAt, timeZone)}, référence ${reply.reference}`],
    ['Signé', reply.erasedAt ? '' : [reply.author, reply.capacity].filter(Boolean).join(', ')],
    ['Par', reply.linkId === null ? 'le formulaire public : à vérifier' : 'le lien personnel de la liste'],
    ['Où joindre', reply.contact],
    ['Vérifié', reply.erasedAt ? '' : reply.checked],
    ['Décidé par', reply.decidedBy ? (names.get(reply.decidedBy) ?? '') : ''],
  ];
  return facts.flatMap(([term, text]) => (text ? [{ term, text: french(text) }] : []));
}
