import type { Person } from '../accounts/can.ts';
import { french } from '../lib/typography.ts';
import type { Grid } from '../positions/cells.ts';
import { basisLabels, stanceLabels } from '../positions/labels.ts';
import type { DeskPosition } from '../positions/positions.repository.ts';
import type { DeskCampaign } from '../positions/positions.service.ts';
import { bases, type Stance, stances } from '../positions/stance.ts';
import { type ChoiceField, type ErrorSummary, type Problems, summaryOf, type TextField, textField } from './form.ts';
import { type DeskFrame, deskFrame } from './frame.presenter.ts';
import { links } from './links.ts';
import type { TypedPosition } from './position-form.ts';

export interface PositionFormPage {
  frame: DeskFrame;
  heading: string;
  campaign: string;
  action: string;
  key: string;
  version: number;
  errors: ErrorSummary | null;
  /** Things to know before writing on: why it came back, what is already published, what someone else saved. */
  notices: { heading: string; lines: { term: string; text: string }[] }[];
  subject: SubjectField;
  demands: ChoiceField;
  stances: ChoiceField;
  /** The words of the position itself, between the stance and the basis. */
  said: TextField[];
  bases: ChoiceField;
  context: TextField[];
  sources: { legend: string; fields: TextField[] }[];
  last: TextField[];
}

export interface SubjectField {
  error: string;
  groups: { label: string; options: { value: string; label: string; selected: boolean }[] }[];
}

declare module '../web/views.ts' {
  interface Views {
    'desk/position-form': PositionFormPage;
  }
}

export interface FormState {
  person: Person;
  token: string;
  key: string;
  campaign: DeskCampaign;
  /** Null for a new one. */
  position: DeskPosition | null;
  typed: TypedPosition;
  version: number;
  problems: Problems;
  notices: PositionFormPage['notices'];
  done?: unknown;
}

export function presentPositionForm(form: FormState): PositionFormPage {
  const { campaign, position, typed, problems } = form;
  const { grid } = campaign;
  const heading = position ? 'Modifier la position' : 'Saisir une position';
  return {
    frame: deskFrame(heading, form.person, form.token, form.done, {
      campaign,
      path: position ? links.position(position.id) : links.newPosition(campaign.slug),
    }),
    heading,
    campaign: french(campaign.title),
    action: position ? links.position(position.id) : links.positions(campaign.slug),
    key: form.key,
    version: form.version,
    errors: summaryOf(problems),
    notices: form.notices,
    subject: { error: french(problems.get('sujet') ?? ''), groups: subjectGroups(grid, typed.sujet) },
    demands: {
      id: 'demande',
      name: 'demande',
      label: 'Sur quelle demande',
      hint: '',
      error: french(problems.get('demande') ?? ''),
      options: grid.demands.map(({ number, slug, title }) => ({
        id: `demande-${number}`,
        value: slug,
        label: french(`${number}. ${title}`),
        details: [],
        checked: slug === typed.demande,
      })),
    },
    stances: {
      id: 'stance',
      name: 'stance',
      label: 'Ce que dit cette position',
      hint: 'La règle de codage de la demande choisie est écrite sous chaque réponse.',
      error: french(problems.get('stance') ?? ''),
      options: stances.map((stance) => ({
        id: `stance-${stance}`,
        value: stance,
        label: stanceLabels[stance],
        details: rulesOf(stance, grid),
        checked: stance === typed.stance,
      })),
    },
    bases: {
      id: 'basis',
      name: 'basis',
      label: 'Sur quoi elle repose',
      hint: '',
      error: french(problems.get('basis') ?? ''),
      options: bases.map((basis) => ({
        id: `basis-${basis}`,
        value: basis,
        label: basisLabels[basis],
        details: [],
        checked: basis === typed.basis,
      })),
    },
    ...wordFields(typed, problems),
    sources: typed.sources.map((source, index) => sourceBlock(source, index + 1, problems)),
  };
}

function subjectGroups(grid: Grid, chosen: string): SubjectField['groups'] {
  const collator = new Intl.Collator('fr');
  return [...grid.movements]
    .sort((one, other) => collator.compare(one.name, other.name))
    .map((movement) => {
      const lists = grid.lists.filter((list) => list.movementId === movement.id);
      const all = { value: movement.slug, label: `${movement.name} (tout le mouvement)` };
      const each = lists.map(({ key, race, round, label }) => ({
        value: `${movement.slug}/${key}`,
        label: `${race}, tour ${round} : ${label}`.replace(' :', '\u00a0:'),
      }));
      return {
        label: movement.name,
        options: [all, ...each].map((option) => ({ ...option, selected: option.value === chosen })),
      };
    });
}

function rulesOf(stance: Stance, { demands }: Grid): ChoiceField['options'][number]['details'] {
  const fixed: Partial<Record<Stance, string>> = {
    unclear: 'La liste a répondu ou parlé du sujet, sans que la règle permette de trancher.',
    contradicts: 'Deux sources disent le contraire l’une de l’autre. Donnez les deux.',
  };
  const always = fixed[stance];
  if (always) return [{ className: '', text: french(always) }];
  return demands.map(({ number, ruleCommits, ruleCommitsInPart, ruleRefuses }) => ({
    className: `rule rule-${number}`,
    text: french(stance === 'commits' ? ruleCommits : stance === 'refuses' ? ruleRefuses : ruleCommitsInPart),
  }));
}

function wordFields(typed: TypedPosition, problems: Problems): Pick<PositionFormPage, 'said' | 'context' | 'last'> {
  const field = (id: keyof TypedPosition & string, label: string, hint = '', rows = 0) => {
    const value = typed[id];
    const kind = rows > 0 ? 'textarea' : 'text';
    return textField({ id, label, hint, kind, rows, value: typeof value === 'string' ? value : '' }, problems);
  };
  return {
    said: [
      field('summary', 'En une phrase', 'Ce qui a été dit, dans vos mots. Les lecteurs le voient sous la citation.', 3),
      field('quote', 'Citation exacte', 'Les mots mêmes, sans guillemets. Rien n’y sera changé.', 5),
      field('condition', 'Condition ou manque', 'Pour un engagement en partie : ce qui est mis en réserve.', 2),
    ],
    context: [
      field('speaker', 'Qui l’a dit ou signé', 'Par exemple : Alix Verne, tête de liste.'),
      field('saidOn', 'Quand', '12/03/2020, mars 2020 ou 2020 : aussi précis que vous le savez.'),
      field('reportedBy', 'Rapporté par', 'Le journal, l’association qui rapporte ces propos, s’il y en a un.'),
    ],
    last: [
      field(
        'reason',
        'Motif de la correction',
        'Si une position est déjà publiée pour cette case : pourquoi elle change. Ce motif sera public.',
        2,
      ),
      field('note', 'Note pour l’équipe', 'Jamais publiée.', 2),
    ],
  };
}

function sourceBlock(source: TypedPosition['sources'][number], number: number, problems: Problems) {
  const field = (name: 'url' | 'title' | 'publisher' | 'publishedOn', label: string, hint = '') =>
    textField({ id: `${name}-${number}`, label, hint, kind: name === 'url' ? 'url' : 'text', value: source[name] }, problems);
  return {
    legend: number === 1 ? 'Source' : `Source ${number}, s’il y en a une`,
    fields: [
      field('url', 'Adresse web', 'Vide si le document n’est pas en ligne.'),
      field('title', 'Titre'),
      field('publisher', 'Qui publie', 'Le journal, la liste, l’association.'),
      field('publishedOn', 'Date de publication', '12/03/2020, mars 2020 ou 2020.'),
    ],
  };
}
