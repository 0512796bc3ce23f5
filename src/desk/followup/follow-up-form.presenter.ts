import type { Person } from '../../accounts/can.ts';
import type { DeskFollowUp } from '../../followup/follow-up.repository.ts';
import { type Verdict, verdicts } from '../../followup/verdict.ts';
import { french } from '../../lib/typography.ts';
import type { Evidence } from '../../positions/evidence.ts';
import { labels } from '../../positions/labels.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import { type ChoiceField, type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import type { Notice } from '../positions/notice.ts';
import { demandChoices, type SubjectField } from '../positions/position-form.presenter.ts';
import { presentSourceFields, type SourceFields } from '../positions/source-fields.presenter.ts';
import type { TypedFollowUp } from './follow-up-form.ts';

export interface FollowUpFormPage {
  frame: DeskFrame;
  heading: string;
  eyebrow: { href: string; label: string };
  action: string;
  key: string;
  version: number;
  errors: ErrorSummary | null;
  notices: Notice[];
  /** The pledge is chosen for a new fact; of a correction it is known, and stays. */
  pledge: { subject: SubjectField; demands: ChoiceField } | null;
  corrects: string;
  happened: TextField[];
  source: SourceFields;
  judgement: string;
  verdicts: ChoiceField;
  accordingTo: TextField;
  /** Why what is public changes; null for a new fact. */
  reason: TextField | null;
  /** Never published. */
  offered: TextField;
  more: { open: boolean; sources: SourceFields[]; note: TextField };
  discard: string;
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/followup/follow-up-form': FollowUpFormPage;
  }
}

export interface FollowUpFormState {
  person: Person;
  token: string;
  key: string;
  campaign: DeskCampaign;
  /** The slugs of the movements whose pledges are followed. */
  followed: readonly string[];
  /** Null for a new one. */
  followUp: DeskFollowUp | null;
  typed: TypedFollowUp;
  version: number;
  problems: Problems;
  notices: Notice[];
  findEvidence(sha256: string): Evidence | null;
  done?: unknown;
}

/** A dated fact about one pledge, and what it is judged to be. */
export function presentFollowUpForm(form: FollowUpFormState): FollowUpFormPage {
  const { campaign, followUp, typed, problems } = form;
  const { slug } = campaign;
  const isCorrection = typed.corriger !== '';
  const [first, ...others] = typed.sources.map((source, index) =>
    presentSourceFields(slug, source, index + 1, problems, form.findEvidence, 'Si elle diffère du jour des faits.'),
  );
  if (!first) throw new Error('the form has room for no source');
  const heading = headingFor(isCorrection, followUp !== null);
  const field = fieldsOf(typed, problems);
  return {
    frame: deskFrame(heading, form.person, form.token, form.done, { campaign, path: links.followUps(slug) }),
    heading,
    eyebrow: { href: links.followUps(slug), label: 'Suivi' },
    action: followUp ? links.followUp(followUp.id) : links.followUps(slug),
    key: form.key,
    version: form.version,
    errors: summaryOf(problems),
    notices: form.notices,
    pledge: isCorrection
      ? null
      : { subject: subjectField(form), demands: demandChoices(campaign.grid, typed.demande, problems.get('demande')) },
    corrects: typed.corriger,
    happened: [field.fact, field.happenedOn],
    source: first,
    judgement: french(judgementWords),
    verdicts: verdictChoices(typed.verdict, problems.get('verdict')),
    accordingTo: field.accordingTo,
    reason: isCorrection ? field.reason : null,
    offered: field.offered,
    more: { open: typed.note !== '' || others.some(({ open }) => open), sources: others, note: field.note },
    discard: followUp ? links.followUpStep(followUp.id, 'corbeille') : '',
  };
}

/** Law of 29 July 1881, art. 29 and 32. */
const judgementWords =
  'Un verdict est un jugement : il lui faut un fait, une date, une source, et le nom de qui juge. Proposez au mouvement de répondre avant de publier.';

const verdictDetails: Record<Verdict, string> = {
  not_rated: 'Un fait seul : personne n’en juge.',
  in_progress: 'Des actes ont commencé ; ce qui est promis n’y est pas encore.',
  stalled: 'Annoncé ou commencé, et plus rien n’avance.',
  compromise: 'Une part de ce qui est promis, et il n’est plus question du reste.',
  kept: 'Ce qui est promis est fait.',
  broken: 'Ce qui est promis n’est pas fait et ne le sera plus, ou le contraire est fait.',
};

function headingFor(isCorrection: boolean, isKnown: boolean): string {
  if (isCorrection) return 'Corriger un suivi publié';
  return isKnown ? 'Modifier le suivi' : 'Ajouter un fait';
}

function subjectField({ campaign, followed, typed, problems }: FollowUpFormState): SubjectField {
  const { compare } = new Intl.Collator('fr');
  const options = (among: DeskCampaign['grid']['movements']) =>
    [...among]
      .sort((one, other) => compare(one.name, other.name))
      .map(({ slug, name }) => ({ value: slug, label: french(name), selected: slug === typed.sujet }));
  const { movements } = campaign.grid;
  const groups = [
    { label: 'Ceux dont on suit les engagements', options: options(movements.filter(({ slug }) => followed.includes(slug))) },
    { label: 'Les autres', options: options(movements.filter(({ slug }) => !followed.includes(slug))) },
  ];
  return {
    label: 'Quel mouvement',
    error: french(problems.get('sujet') ?? ''),
    groups: groups.filter((group) => group.options.length > 0),
  };
}

function verdictChoices(chosen: Verdict | null, error = ''): ChoiceField {
  const options = verdicts.map((verdict) => ({
    id: `verdict-${verdict}`,
    value: verdict,
    label: labels.fr.verdict[verdict],
    details: [{ className: '', text: french(verdictDetails[verdict]) }],
    checked: verdict === chosen,
  }));
  return { id: 'verdict', name: 'verdict', label: 'Que devient l’engagement', hint: '', error: french(error), options };
}

function fieldsOf(typed: TypedFollowUp, problems: Problems) {
  const field = (id: Exclude<keyof TypedFollowUp, 'sources' | 'verdict'>, label: string, hint: string, rows = 0) =>
    textField({ id, label, hint, kind: rows > 0 ? 'textarea' : 'text', rows, value: typed[id] }, problems);
  return {
    fact: field('fait', 'Le fait', 'Ce qui s’est passé, en mots simples et sans adjectif : qui a fait, voté ou annoncé quoi.', 3),
    happenedOn: field('quand', 'Quand', '12/03/2021, mars 2021 ou 2021 : aussi précis que vous le savez.'),
    accordingTo: field('selon', 'Selon qui', 'Qui juge, ou qui rapporte le fait. Facultatif si rien n’est jugé.'),
    reason: field('raison', 'Motif de la correction', 'Pourquoi ce qui est publié change. Ce motif sera public.', 2),
    offered: field(
      'offre',
      'Réponse proposée au mouvement le',
      'Facultatif, jamais publié : le jour où vous lui avez proposé de répondre.',
    ),
    note: field('note', 'Note pour l’équipe', 'Jamais publiée.', 2),
  };
}
