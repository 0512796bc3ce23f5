import type { Person } from '../../accounts/can.ts';
import { french } from '../../lib/typography.ts';
import type { AskedCampaign } from '../../outreach/asked-campaign.ts';
import { letterLabels } from '../../outreach/labels.ts';
import { letterFields } from '../../outreach/letter-template.ts';
import type { LetterKind } from '../../outreach/vocabulary.ts';
import { type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../../web/form.ts';
import type { DeskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import { askingFrame } from './asking.presenter.ts';
import { kindNames, type TypedLetter, type TypedSettings } from './asking-form.ts';

export interface AskingLetterPage {
  frame: DeskFrame;
  key: string;
  back: string;
  heading: string;
  errors: ErrorSummary | null;
  /** What someone else wrote meanwhile; null when nobody did. */
  other: { subject: string; body: string } | null;
  action: string;
  version: number;
  fields: TextField[];
  /** The fields that a letter may hold, with what they become. */
  known: { term: string; text: string }[];
  settings: { action: string; fields: TextField[] };
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/outreach/asking-letter': AskingLetterPage;
  }
}

export interface AskingLetterState {
  person: Person;
  token: string;
  key: string;
  campaign: AskedCampaign;
  kind: LetterKind;
  typed: TypedLetter;
  settings: TypedSettings;
  other: TypedLetter | null;
  problems: Problems;
  done: unknown;
}

/** Writing the letter, or the reminder, that each list receives with its own name and link in it. */
export function presentAskingLetter(view: AskingLetterState): AskingLetterPage {
  const { campaign, kind, typed, settings, other, problems } = view;
  const at = (part: string) => links.askingPart(campaign.slug, `${part}?quoi=${kindNames[kind]}`);
  return {
    frame: askingFrame(letterLabels[kind], view),
    key: view.key,
    back: links.asking(campaign.slug),
    heading: french(letterLabels[kind]),
    errors: summaryOf(problems),
    other: other && { subject: other.subject, body: other.body },
    action: at('lettre'),
    version: other?.version ?? typed.version,
    fields: [
      textField({ id: 'subject', label: 'Objet', value: typed.subject }, problems),
      textField(
        {
          id: 'body',
          label: 'Texte',
          hint: 'Du texte simple, tel qu’il sera lu.',
          kind: 'textarea',
          rows: 18,
          value: typed.body,
        },
        problems,
      ),
    ],
    known: Object.entries(letterFields).map(([name, text]) => ({ term: `{{${name}}}`, text: french(text) })),
    settings: {
      action: at('reglages'),
      fields: [
        textField(
          {
            id: 'reminderDays',
            label: 'Jours entre deux sollicitations d’une même liste',
            hint: 'Aucune relance ne part plus tôt.',
            value: settings.reminderDays,
          },
          problems,
        ),
        textField(
          {
            id: 'replyTo',
            label: 'Adresse à laquelle les listes répondent par courriel (facultatif)',
            kind: 'email',
            value: settings.replyTo,
          },
          problems,
        ),
      ],
    },
  };
}
