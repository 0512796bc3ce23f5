import type { Person } from '../../accounts/can.ts';
import type { Freeze } from '../../campaigns/freeze.ts';
import { frenchDate } from '../../lib/dates.ts';
import { counted, french } from '../../lib/typography.ts';
import { type AskedCampaign, type AskedMovement, mailAddress, refusalFor } from '../../outreach/asked-campaign.ts';
import { letterLabels, notNowLabels } from '../../outreach/labels.ts';
import { usesField } from '../../outreach/letter-template.ts';
import type { Letter } from '../../outreach/outreach.service.ts';
import { linkToCome, personalLetter } from '../../outreach/personal-letter.ts';
import type { NotNow } from '../../outreach/reminders.ts';
import type { SendingReport } from '../../outreach/sending.service.ts';
import type { LetterKind } from '../../outreach/vocabulary.ts';
import { type ErrorSummary, summaryOf } from '../../web/form.ts';
import type { DeskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import { askingFrame, frozenMail } from './asking.presenter.ts';
import { kindNames } from './asking-form.ts';

export interface SendingPage {
  frame: DeskFrame;
  key: string;
  back: string;
  heading: string;
  errors: ErrorSummary | null;
  notices: string[];
  write: string;
  send: string;
  print: string;
  /** Empty when mail may leave; else why it may not. */
  noMail: string;
  ready: { id: string; slug: string; name: string; to: string; checked: boolean; subject: string; body: string }[];
  waiting: { term: string; text: string }[];
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/outreach/sending': SendingPage;
  }
}

export interface SendingState {
  person: Person;
  token: string;
  key: string;
  campaign: AskedCampaign;
  kind: LetterKind;
  letter: Letter;
  today: string;
  publicUrl: string;
  freeze: Freeze | null;
  mailEnabled: boolean;
  problem: string;
  /** The slugs that were ticked; null for a first reading, which ticks all that have an address. */
  chosen: readonly string[] | null;
}

/** Each letter exactly as it leaves, list by list, before anything does. Its personal link alone is not there yet. */
export function presentSending(view: SendingState): SendingPage {
  const { campaign, kind, letter, today } = view;
  const refusals = campaign.movements.map((movement) => ({ movement, refusal: refusalFor(kind, movement, campaign, today) }));
  const ready = refusals.filter(({ refusal }) => refusal === null).map(({ movement }) => movement);
  const at = (part: string) => links.askingPart(campaign.slug, `${part}?quoi=${kindNames[kind]}`);
  return {
    frame: askingFrame(`Envoyer ${letterLabels[kind].toLowerCase()}`, { ...view, done: '' }),
    key: view.key,
    back: links.asking(campaign.slug),
    heading: french(kind === 'letter' ? 'Envoyer la lettre' : 'Relancer'),
    errors: summaryOf(new Map(view.problem ? [['choix', view.problem]] : []), 'Cela n’a pas été fait'),
    notices: usesField(letter.body, 'lien') ? [] : [french(withoutLink)],
    write: at('lettre'),
    send: at('envoi'),
    print: at('impression'),
    noMail: french(noMail(view)),
    ready: ready.map((movement) => readyView(movement, view)),
    waiting: refusals.flatMap(({ movement, refusal }) =>
      refusal ? [{ term: french(movement.name), text: waitWords(refusal) }] : [],
    ),
  };
}

const withoutLink =
  'Cette lettre ne contient pas {{lien}} : les listes ne pourront pas répondre elles-mêmes par leur lien personnel.';

function noMail({ freeze, mailEnabled }: SendingState): string {
  if (freeze) return frozenMail(freeze);
  return mailEnabled ? '' : 'Aucun serveur de courrier n’est réglé : rien ne peut partir par courriel. Imprimez les lettres.';
}

function readyView(
  movement: AskedMovement,
  { campaign, letter, today, publicUrl, chosen }: SendingState,
): SendingPage['ready'][number] {
  const address = mailAddress(movement);
  const { subject, body } = personalLetter(letter, campaign, movement, { today, publicUrl, link: linkToCome });
  return {
    id: `mouvement-${movement.slug}`,
    slug: movement.slug,
    name: french(movement.name),
    to: address ? [address.value, address.holder].filter(Boolean).join(', ') : 'aucune adresse électronique : à imprimer',
    checked: chosen ? chosen.includes(movement.slug) : address !== null,
    subject,
    body,
  };
}

function waitWords(refusal: NotNow): string {
  if (refusal.because !== 'too_soon') return french(notNowLabels[refusal.because]);
  return french(`sollicitée le ${frenchDate(refusal.lastOn)} : relance possible à partir du ${frenchDate(refusal.from)}`);
}

/** What a sending came to, in one sentence for the status line. */
export function reportWords({ sent, bounced, failed, skipped, stopped }: SendingReport): string {
  const named = (what: string, names: readonly string[]) => (names.length > 0 ? [`${what} : ${names.join(', ')}.`] : []);
  return french(
    [
      `${counted(sent, 'lettre partie', 'lettres parties')}.`,
      ...named('Adresse refusée', bounced),
      ...named('À réessayer plus tard', failed),
      ...named('Laissées de côté (réponse, adresse ou envoi entre-temps)', skipped),
      ...(stopped && 'frozen' in stopped ? [`L’envoi s’est arrêté. ${frozenMail(stopped.frozen)}`] : []),
      ...(stopped && 'serverDown' in stopped ? [`L’envoi s’est arrêté : ${stopped.serverDown} Le reste peut être renvoyé.`] : []),
    ].join(' '),
  );
}
