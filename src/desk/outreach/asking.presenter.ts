import type { Person } from '../../accounts/can.ts';
import type { Freeze } from '../../campaigns/freeze.ts';
import { frozenUntil } from '../../campaigns/freeze-words.ts';
import type { Payload } from '../../ledger/payloads.ts';
import { frenchDate, onFrenchDate } from '../../lib/dates.ts';
import { counted, enumerated, french } from '../../lib/typography.ts';
import { type AskedCampaign, type AskedMovement, mailAddress, nextReminder, refusalFor } from '../../outreach/asked-campaign.ts';
import type { Pending } from '../../outreach/contact-publication.ts';
import { channelLabels } from '../../outreach/labels.ts';
import { progressOf } from '../../outreach/progress.ts';
import { contactLabels } from '../../positions/labels.ts';
import { assetUrl } from '../../web/assets.ts';
import { type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import { type ProgressView, presentProgress } from './progress.presenter.ts';

export interface AskingPage {
  frame: DeskFrame;
  key: string;
  progress: ProgressView;
  notices: { heading: string; text: string }[];
  actions: { href: string; label: string; main: boolean }[];
  /** What there is nobody to send to today, and the page that says why. */
  idle: { text: string; href: string }[];
  movements: { href: string; name: string; status: string; last: string; next: string; urgent: boolean }[];
  /** What the public board does not say yet; null when it says everything. */
  pending: {
    heading: string;
    lines: { term: string; text: string }[];
    /** Empty for whoever may not publish. */
    action: string;
    note: TextField;
  } | null;
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/outreach/asking': AskingPage;
  }
}

export interface AskingState {
  person: Person;
  token: string;
  key: string;
  campaign: AskedCampaign;
  today: string;
  freeze: Freeze | null;
  mailEnabled: boolean;
  pending: readonly Pending[];
  mayPublish: boolean;
  done: unknown;
  /** What the last sending came to, in words; empty when there was none. */
  report: string;
}

/** How far the asking is, what to do next, and what of it is not public yet. */
export function presentAsking(view: AskingState): AskingPage {
  const { campaign, today } = view;
  const movements = campaign.movements.map((movement) => ({
    movement,
    standing: movement.standing,
    toRemind: refusalFor('reminder', movement, campaign, today) === null,
  }));
  return {
    frame: askingFrame('Sollicitations', view),
    key: view.key,
    progress: presentProgress(progressOf(movements)),
    notices: noticesOf(view),
    ...actionsOf(campaign, today),
    movements: movements.map(({ movement, toRemind }) => ({
      href: links.askedMovement(campaign.slug, movement.slug),
      name: french(movement.name),
      status: contactLabels[movement.standing.status],
      last: lastAsked(movement.standing.asked.at(-1)),
      ...nextStep(movement, campaign, toRemind),
    })),
    pending: pendingOf(view),
  };
}

type Framed = Pick<AskingState, 'person' | 'token' | 'campaign' | 'done'> & { report?: string };

/** The frame of every page of the asking: its own style sheet, and where one is. */
export function askingFrame(title: string, { person, token, campaign, done, report }: Framed): DeskFrame {
  const frame = deskFrame(title, person, token, done, { campaign, path: links.asking(campaign.slug) });
  return { ...frame, stylesheets: [...frame.stylesheets, assetUrl('css/asking.css')], news: report || frame.news };
}

function noticesOf({ freeze, mailEnabled, campaign }: AskingState): AskingPage['notices'] {
  const reply = campaign.replyTo
    ? []
    : [
        {
          heading: 'Où répondra-t-on ?',
          text: 'Aucune adresse de réponse n’est réglée : les réponses par courriel iront à l’adresse d’envoi. Vous pouvez en donner une dans les réglages, sous le texte de la lettre.',
        },
      ];
  return [
    ...(freeze ? [{ heading: 'Aucun courriel ne part en ce moment', text: frozenMail(freeze) }] : []),
    ...(mailEnabled ? reply : [{ heading: 'Aucun serveur de courrier n’est réglé', text: noServer }]),
  ].map(({ heading, text }) => ({ heading: french(heading), text: french(text) }));
}

const noServer =
  'Rien ne peut partir d’ici par courriel. Vous pouvez imprimer les lettres, les envoyer vous-même, et noter chaque contact. Pour envoyer d’ici, la personne qui tient le serveur doit y régler l’envoi du courrier : son mode d’emploi le dit.';

/** Why no mail leaves, and when it can. */
export function frozenMail(freeze: Freeze): string {
  return `La loi interdit de diffuser un message la veille et le jour du vote (code électoral, art. L.49). Les courriels pourront partir à partir du ${frozenUntil(freeze)}, heure locale.`;
}

/** A sending is an action as long as it has someone to go to; else a sentence says that there is nobody. */
function actionsOf(campaign: AskedCampaign, today: string): Pick<AskingPage, 'actions' | 'idle'> {
  const ready = (kind: 'letter' | 'reminder') =>
    campaign.movements.filter((movement) => refusalFor(kind, movement, campaign, today) === null).length;
  const part = (name: string, label: string, main: boolean) => ({
    href: links.askingPart(campaign.slug, name),
    label: french(label),
    main,
  });
  const sendings = [
    { name: 'envoi?quoi=lettre', label: 'Envoyer la lettre', count: ready('letter'), nobody: 'Aucune liste n’attend la lettre.' },
    { name: 'envoi?quoi=relance', label: 'Relancer', count: ready('reminder'), nobody: 'Aucune liste à relancer aujourd’hui.' },
  ];
  return {
    actions: [
      ...sendings.flatMap(({ name, label, count }) => (count > 0 ? [part(name, `${label} (${count})`, true)] : [])),
      part('lettre?quoi=lettre', 'Écrire la lettre', false),
      part('lettre?quoi=relance', 'Écrire la relance', false),
    ],
    idle: sendings.flatMap(({ name, count, nobody }) =>
      count === 0 ? [{ text: french(nobody), href: links.askingPart(campaign.slug, name) }] : [],
    ),
  };
}

function lastAsked(last: Payload<'contact'>['asked'][number] | undefined): string {
  return last ? `${frenchDate(last.on)}, ${channelLabels[last.channel].toLowerCase()}` : 'jamais';
}

function nextStep(movement: AskedMovement, campaign: AskedCampaign, toRemind: boolean): { next: string; urgent: boolean } {
  const { status } = movement.standing;
  if (movement.contacts.some(({ outcome }) => outcome === 'sending')) return { next: 'Dire si l’envoi est parti', urgent: true };
  if (status === 'being_checked') return { next: 'Réponse à saisir ou à relire', urgent: true };
  if (status === 'answered' || status === 'declined') return { next: 'Rien à faire', urgent: false };
  if (movement.addresses.length === 0) return { next: 'Chercher une adresse', urgent: true };
  if (status === 'not_asked') return { next: mailAddress(movement) ? 'Envoyer la lettre' : 'Solliciter', urgent: true };
  if (toRemind) return { next: 'À relancer', urgent: true };
  const from = nextReminder(movement, campaign);
  return { next: from ? `Relance possible ${onFrenchDate(from)}` : 'Rien à faire', urgent: false };
}

function pendingOf({ campaign, pending, mayPublish }: AskingState): AskingPage['pending'] {
  if (pending.length === 0) return null;
  const name = (slug: string) => campaign.movements.find((each) => each.slug === slug)?.name ?? '';
  return {
    heading: french(`À rendre public (${counted(pending.length, 'liste')})`),
    lines: pending.map(({ movement, next }) => ({ term: french(name(movement)), text: publicWords(next) })),
    action: mayPublish ? links.askingPart(campaign.slug, 'publication') : '',
    note: textField(
      {
        id: 'note',
        label: 'Un mot aux lecteurs (facultatif)',
        hint: 'Il accompagne l’édition, par exemple : toutes les listes ont reçu la lettre le 7 mars.',
        kind: 'textarea',
        rows: 2,
      },
      new Map(),
    ),
  };
}

/** What readers will see of our asking: the status, the dates and the channels, and nothing else. */
function publicWords({ status, asked }: Payload<'contact'>): string {
  const dates = asked.map(({ on, channel }) => `${frenchDate(on)} (${channelLabels[channel].toLowerCase()})`);
  return french(dates.length > 0 ? `${contactLabels[status]} : ${enumerated(dates)}` : contactLabels[status]);
}
