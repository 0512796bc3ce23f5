import { frenchClock, frenchInstant } from '../lib/dates.ts';
import { french } from '../lib/typography.ts';
import type { ClockedReply } from '../outreach/right-of-reply.service.ts';
import { type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../web/form.ts';
import type { Entry } from './entries.ts';
import { type FramedCampaign, type ReplyFrame, replyFrame } from './frame.presenter.ts';
import type { TypedReply } from './right-of-reply-form.ts';

export interface RightOfReplyPage {
  frame: ReplyFrame;
  who: string;
  errors: ErrorSummary | null;
  action: string;
  key: string;
  entries: { id: string; label: string; error: string; groups: { label: string; options: Option[] }[] };
  fields: TextField[];
  rules: string;
  back: string;
}

interface Option {
  value: string;
  label: string;
  selected: boolean;
}

export interface RightOfReplyReceiptPage {
  frame: ReplyFrame;
  reference: string;
  when: string;
  about: string;
  state: string;
  mail: string;
  back: string;
}

declare module '../web/views.ts' {
  interface Views {
    'reply/right-of-reply': RightOfReplyPage;
    'reply/right-of-reply-receipt': RightOfReplyReceiptPage;
  }
}

export interface RightOfReplyState {
  campaign: FramedCampaign;
  /** The list that writes by its link; empty for the public form. */
  who: string;
  entries: readonly Entry[];
  typed: TypedReply;
  problems: Problems;
  action: string;
  key: string;
  back: string;
}

/** The form by which a named list or person asks that its answer stand beside an entry. */
export function presentRightOfReply(view: RightOfReplyState): RightOfReplyPage {
  const { campaign, who, entries, typed, problems } = view;
  return {
    frame: replyFrame('Droit de réponse', campaign),
    who: french(who),
    errors: summaryOf(problems),
    action: view.action,
    key: view.key,
    entries: {
      id: 'entree',
      label: 'À quelle position répondez-vous',
      error: french(problems.get('entree') ?? ''),
      groups: groupsOf(entries, typed.entree),
    },
    fields: fieldsOf(typed, problems, who !== ''),
    rules: french(rules),
    back: view.back,
  };
}

const rules =
  'Votre texte paraît à côté de la position, sans être modifié, dans les trois jours ; dans les 24 heures pendant la campagne officielle. Rien n’est publié la veille et le jour du vote.';

function groupsOf(entries: readonly Entry[], chosen: string): RightOfReplyPage['entries']['groups'] {
  return [...Map.groupBy(entries, ({ movementName }) => movementName)].map(([label, group]) => ({
    label,
    options: group.map((entry) => ({ value: entry.subject, label: entry.label, selected: entry.subject === chosen })),
  }));
}

function fieldsOf(typed: TypedReply, problems: Problems, byLink: boolean): TextField[] {
  return [
    textField(
      {
        id: 'texte',
        label: 'Votre réponse',
        hint: 'Publiée telle quelle. 200 lignes au plus.',
        kind: 'textarea',
        rows: 10,
        value: typed.texte,
      },
      problems,
    ),
    textField(
      { id: 'nom', label: 'Votre nom', hint: 'Public : il signe la réponse.', value: typed.nom, autocomplete: 'name' },
      problems,
    ),
    textField(
      { id: 'qualite', label: 'À quel titre', hint: 'Public. Par exemple : tête de liste, mandataire.', value: typed.qualite },
      problems,
    ),
    textField(
      {
        id: 'contact',
        label: byLink ? 'Où vous joindre (facultatif)' : 'Où vous joindre',
        hint: 'Une adresse électronique ou un numéro, pour vérifier qui écrit. Jamais publié.',
        value: typed.contact,
      },
      problems,
    ),
  ];
}

const mails: Record<string, string> = {
  parti: 'Un accusé de réception vous a été envoyé par courriel.',
  treve: 'La loi nous interdit d’envoyer un courriel la veille et le jour du vote : gardez cette page comme accusé de réception.',
  echec: 'Le courriel d’accusé de réception n’a pas pu partir : gardez cette page, ou notez la référence.',
};

/** The receipt. It repeats neither the text nor the name: a reference is told by telephone, and opens nothing private. */
export function presentRightOfReplyReceipt(
  campaign: FramedCampaign & { timeZone: string },
  { reference, receivedAt, state, deadline }: ClockedReply,
  { entry, mail, back }: { entry: Entry | null; mail: unknown; back: string },
): RightOfReplyReceiptPage {
  const states: Record<ClockedReply['state'], string> = {
    received: `Nous vérifions qui l’a envoyée, puis nous la publions sans la modifier, au plus tard le ${frenchClock(deadline.due)}, heure locale.`,
    published: 'Elle est publiée à côté de la position.',
    refused: 'Elle n’a pas été publiée. L’association vous dit pourquoi.',
  };
  return {
    frame: replyFrame('Votre demande est reçue', campaign),
    reference,
    when: french(`Reçue le ${frenchInstant(receivedAt, campaign.timeZone)}`),
    about: entry ? french(`${entry.movementName}, ${entry.label}`) : '',
    state: french(states[state]),
    mail: french(typeof mail === 'string' && Object.hasOwn(mails, mail) ? (mails[mail] ?? '') : ''),
    back,
  };
}
