import { frenchInstant } from '../lib/dates.ts';
import { enumerated, french } from '../lib/typography.ts';
import type { AnsweringPlace } from '../outreach/answering.service.ts';
import { answerStances } from '../outreach/link-answer.ts';
import type { LinkAnswer } from '../outreach/link-answers.repository.ts';
import { stanceLabels } from '../positions/labels.ts';
import { type ChoiceField, type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../web/form.ts';
import type { TypedAnswer } from './answer-form.ts';
import { type ReplyFrame, replyFrame } from './frame.presenter.ts';
import { links } from './links.ts';

export interface AnswerPage {
  frame: ReplyFrame;
  heading: string;
  asked: string;
  letter: { href: string; label: string };
  /** When this list has answered before. */
  before: { text: string; receipt: string } | null;
  errors: ErrorSummary | null;
  action: string;
  key: string;
  demands: { id: string; number: number; title: string; explanation: string; stance: ChoiceField; fields: TextField[] }[];
  signature: TextField[];
  rightOfReply: string;
}

declare module '../web/views.ts' {
  interface Views {
    'reply/answer': AnswerPage;
  }
}

export interface AnswerState {
  link: string;
  place: AnsweringPlace;
  typed: TypedAnswer;
  last: LinkAnswer | null;
  problems: Problems;
  key: string;
}

/** The form by which a list answers, demand by demand, in its own words. */
export function presentAnswer({ link, place, typed, last, problems, key }: AnswerState): AnswerPage {
  const heading = `Répondre pour « ${nameOf(place)} »`;
  return {
    frame: replyFrame(heading, place),
    heading: french(heading),
    asked: french(
      `${enumerated(place.signatories)} vous ${place.signatories.length > 1 ? 'demandent' : 'demande'} ce que vous ferez.`,
    ),
    letter: { href: links.letter(place.slug), label: french(place.letterTitle) },
    before: last && { text: french(beforeWords(last, place.timeZone)), receipt: links.receipt(link, last.reference) },
    errors: summaryOf(problems),
    action: links.preview(link),
    key,
    demands: place.demands.map((demand) => ({
      id: `demande-${demand.slug}`,
      number: demand.number,
      title: french(demand.title),
      explanation: french(demand.explanation),
      stance: stanceField(demand, typed, problems),
      fields: wordFields(demand, typed, problems),
    })),
    signature: signatureFields(typed, problems),
    rightOfReply: links.linkReply(link),
  };
}

/** Who answers: the movement, or the one list the link was given to. */
export function nameOf({ movement, list }: AnsweringPlace): string {
  return list ? `${movement.name}, ${list.race}` : movement.name;
}

function beforeWords({ receivedAt, reference }: LinkAnswer, timeZone: string): string {
  return `Votre réponse du ${frenchInstant(receivedAt, timeZone)} est bien arrivée (référence ${reference}). Vous pouvez la compléter ou la changer : ce que vous modifiez sera relu, puis publié avec sa date ; l’ancienne version restera visible.`;
}

type Demand = AnsweringPlace['demands'][number];

function stanceField({ slug, ...rules }: Demand, typed: TypedAnswer, problems: Problems): ChoiceField {
  const id = `position-${slug}`;
  const details: Record<(typeof answerStances)[number], string> = {
    commits: rules.ruleCommits,
    commits_in_part: rules.ruleCommitsInPart,
    refuses: rules.ruleRefuses,
    unclear: 'Vous répondez, sans dire oui ni non.',
  };
  return {
    id,
    name: id,
    label: 'Votre position',
    hint: '',
    error: french(problems.get(id) ?? ''),
    options: answerStances.map((stance) => ({
      id: `${id}-${stance}`,
      value: stance,
      label: ownLabels[stance],
      details: [{ className: 'hint', text: french(details[stance]) }],
      checked: typed.items.get(slug)?.stance === stance,
    })),
  };
}

const ownLabels: Record<(typeof answerStances)[number], string> = {
  commits: stanceLabels.commits,
  commits_in_part: stanceLabels.commits_in_part,
  refuses: stanceLabels.refuses,
  unclear: 'Répond sans se prononcer',
};

function wordFields({ slug }: Demand, typed: TypedAnswer, problems: Problems): TextField[] {
  const item = typed.items.get(slug);
  return [
    textField(
      {
        id: `mots-${slug}`,
        label: 'Avec vos mots',
        hint: 'Ils seront cités tels quels.',
        kind: 'textarea',
        rows: 5,
        value: item?.quote ?? '',
      },
      problems,
    ),
    textField(
      {
        id: `condition-${slug}`,
        label: 'Si vous vous engagez en partie : à quelle condition, ou dans quelle limite ?',
        kind: 'textarea',
        rows: 2,
        value: item?.condition ?? '',
      },
      problems,
    ),
  ];
}

function signatureFields({ name, role, email }: TypedAnswer, problems: Problems): TextField[] {
  return [
    textField(
      { id: 'nom', label: 'Nom de la personne qui répond', hint: 'Il sera public.', value: name, autocomplete: 'name' },
      problems,
    ),
    textField(
      {
        id: 'qualite',
        label: 'À quel titre',
        hint: 'Par exemple : tête de liste, mandataire, directeur de campagne. Public aussi.',
        value: role,
      },
      problems,
    ),
    textField(
      {
        id: 'courriel',
        label: 'Adresse électronique pour l’accusé de réception (facultatif)',
        hint: 'Elle ne sera pas publiée.',
        kind: 'email',
        value: email,
        autocomplete: 'email',
      },
      problems,
    ),
  ];
}
