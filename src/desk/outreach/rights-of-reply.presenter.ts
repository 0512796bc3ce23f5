import type { Person } from '../../accounts/can.ts';
import { frenchClock, frenchInstant } from '../../lib/dates.ts';
import { counted, french } from '../../lib/typography.ts';
import { hoursLeft } from '../../outreach/reply-deadline.ts';
import type { ClockedReply, Decided, ReplyCampaign } from '../../outreach/right-of-reply.service.ts';
import { stanceLabels } from '../../positions/labels.ts';
import type { PublicState } from '../../standings/fold.ts';
import { type ErrorSummary, summaryOf, type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';

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
  decide: { publish: string; refuse: string; checked: TextField; reason: TextField } | null;
  published: string;
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
  const label = (reply: ClockedReply) => french(`${reply.author} : ${aboutWords(state, reply)}`);
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
  /** Why the last decision was not taken; empty when it was, or when none was tried. */
  problem: Extract<Decided, { refused: unknown }>['refused'] | { frozen: string } | null;
  typed: { checked: string; reason: string };
}

/** One of them, with what a reader needs to decide: who says what about which entry, and until when. */
export function presentRightOfReply(view: RightOfReplyState): RightOfReplyPage {
  const { campaign, reply, now, state, names, mayDecide, typed } = view;
  const at = (part: string) => links.rightOfReply(campaign.slug, reply.id, part);
  const problems = problemOf(view.problem);
  const cell = state?.of('position').get(reply.position)?.versions.at(-1)?.payload;
  return {
    frame: frameOf(`Droit de réponse ${reply.reference}`, view),
    key: view.key,
    back: links.rightsOfReply(campaign.slug),
    heading: french(`Droit de réponse de ${reply.author}`),
    ...(reply.state === 'received'
      ? clockOf(reply, campaign, now)
      : { clock: stateWords(reply, campaign.timeZone), late: false }),
    errors: summaryOf(problems, 'Cela n’a pas été fait'),
    facts: factsOf(reply, state, campaign, names),
    text: reply.text,
    decide: mayDecide && reply.state === 'received' ? decisionForms(at, typed, problems) : null,
    published: reply.state === 'published' && cell ? links.publicCell(campaign.slug, cell.movement, cell.demand, cell.list) : '',
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

function stateWords({ state, decidedAt, reason, editionNumber }: ClockedReply, timeZone: string): string {
  const when = decidedAt ? ` le ${frenchInstant(decidedAt, timeZone)}` : '';
  return french(state === 'published' ? `Publié dans l’édition ${editionNumber}${when}` : `Refusé${when} : ${reason}`);
}

/** The entry it is about, as it is public now. */
function aboutWords(state: PublicState | null, { position }: ClockedReply): string {
  const cell = state?.of('position').get(position)?.versions.at(-1)?.payload;
  if (!cell) return position;
  const movement = state?.of('movement').get(cell.movement)?.current?.name ?? cell.movement;
  const demand = state?.of('demand').get(cell.demand)?.current?.shortTitle ?? cell.demand;
  return `${movement}, ${demand}`;
}

function factsOf(
  reply: ClockedReply,
  state: PublicState | null,
  { timeZone }: ReplyCampaign,
  names: ReadonlyMap<number, string>,
): RightOfReplyPage['facts'] {
  const cell = state?.of('position').get(reply.position)?.current;
  const facts: [string, string][] = [
    ['À propos de', aboutWords(state, reply)],
    ['Ce qui est publié', cell ? `${stanceLabels[cell.stance]}. ${cell.summary}` : 'Cette position n’est plus publiée.'],
    ['Reçu', `${frenchInstant(reply.receivedAt, timeZone)}, référence ${reply.reference}`],
    ['Signé', [reply.author, reply.capacity].filter(Boolean).join(', ')],
    ['Par', reply.linkId === null ? 'le formulaire public : à vérifier' : 'le lien personnel de la liste'],
    ['Où joindre', reply.contact],
    ['Vérifié', reply.checked],
    ['Décidé par', reply.decidedBy ? (names.get(reply.decidedBy) ?? '') : ''],
  ];
  return facts.flatMap(([term, text]) => (text ? [{ term, text: french(text) }] : []));
}

function decisionForms(
  at: (part: string) => string,
  typed: RightOfReplyState['typed'],
  problems: ReadonlyMap<string, string>,
): RightOfReplyPage['decide'] {
  return {
    publish: at('/publication'),
    refuse: at('/refus'),
    checked: textField(
      {
        id: 'verifie',
        label: 'Comment avez-vous vérifié qui l’a envoyé ?',
        hint: 'Par exemple : rappelé au numéro de la permanence. Reste au bureau.',
        kind: 'textarea',
        rows: 2,
        value: typed.checked,
      },
      problems,
    ),
    reason: textField(
      {
        id: 'motif',
        label: 'Motif du refus',
        hint: 'Vous devez le dire à la personne. Reste au bureau, dans le journal.',
        kind: 'textarea',
        rows: 2,
        value: typed.reason,
      },
      problems,
    ),
  };
}

function problemOf(problem: RightOfReplyState['problem']): ReadonlyMap<string, string> {
  if (problem === null) return new Map();
  if (typeof problem === 'object') return new Map([['verifie', problem.frozen]]);
  if (problem === 'no_reason') return new Map([['motif', 'Dites pourquoi : un refus sans motif n’en est pas un.']]);
  if (problem === 'no_check') return new Map([['verifie', 'Dites comment vous avez vérifié qui l’a envoyé.']]);
  return new Map([['contenu', 'Quelqu’un s’est déjà prononcé. Voici ce qui a été décidé.']]);
}
