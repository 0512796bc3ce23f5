import type { Person } from '../../accounts/can.ts';
import { french } from '../../lib/typography.ts';
import type { Grid } from '../../positions/cells.ts';
import type { Evidence } from '../../positions/evidence.ts';
import { basisLabels, stanceLabels } from '../../positions/labels.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import { bases, type Stance, stances } from '../../positions/stance.ts';
import { assetUrl } from '../../web/assets.ts';
import { type ChoiceField, type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import type { Notice } from './notice.ts';
import type { TypedPosition } from './position-form.ts';
import { isFixedRule, ruleOf } from './rules.ts';
import { presentSourceFields, type SourceFields } from './source-fields.presenter.ts';

export interface PositionFormPage {
  frame: DeskFrame;
  heading: string;
  action: string;
  /** Where the page itself sends documents while someone writes. */
  pieces: string;
  script: string;
  key: string;
  /** The name of the form, the same however often it comes back; see Sending.origin. */
  origin: string;
  version: number;
  errors: ErrorSummary | null;
  notices: Notice[];
  /** First what is pasted: where, what, who, when. */
  pasted: { url: TextField; words: TextField[]; document: SourceFields };
  subject: SubjectField;
  demands: ChoiceField;
  stances: ChoiceField;
  condition: TextField;
  bases: ChoiceField;
  summary: TextField;
  /** Asked only where something is published already; then it must be there. */
  reason: TextField;
  replaces: boolean;
  /** What may be added; open when some of it is written, or wrong. */
  more: { open: boolean; first: TextField[]; sources: SourceFields[]; last: TextField[] };
  discard: string;
}

export interface SubjectField {
  label: string;
  error: string;
  groups: { label: string; options: { value: string; label: string; selected: boolean }[] }[];
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/position-form': PositionFormPage;
  }
}

export interface FormState {
  person: Person;
  token: string;
  key: string;
  origin: string;
  campaign: DeskCampaign;
  /** Null for a new one. */
  position: DeskPosition | null;
  typed: TypedPosition;
  version: number;
  problems: Problems;
  notices: Notice[];
  /** Whether a version of this cell is public: then a reason is asked for. */
  replaces: boolean;
  findEvidence(sha256: string): Evidence | null;
  done?: unknown;
}

export function presentPositionForm(form: FormState): PositionFormPage {
  const { campaign, position, typed, problems } = form;
  const { grid, slug } = campaign;
  const heading = position ? 'Modifier la position' : 'Saisir une position';
  const path = position ? links.positions(slug) : links.newPosition(slug);
  const [first, ...others] = typed.sources.map((source, index) =>
    presentSourceFields(slug, source, index + 1, problems, form.findEvidence),
  );
  if (!first) throw new Error('the form has room for no source');
  const field = fieldsOf(typed, problems);
  return {
    frame: deskFrame(heading, form.person, form.token, form.done, { campaign, path }),
    heading,
    action: position ? links.position(position.id) : links.positions(slug),
    pieces: links.pieces(slug),
    script: assetUrl('js/position-form.js'),
    key: form.key,
    origin: form.origin,
    version: form.version,
    errors: summaryOf(problems),
    notices: form.notices,
    pasted: { url: first.url, words: [field.quote, field.saidOn, field.speaker], document: first },
    subject: { label: 'Qui s’exprime', error: french(problems.get('sujet') ?? ''), groups: subjectGroups(grid, typed.sujet) },
    demands: demandChoices(grid, typed.demande, problems.get('demande')),
    stances: stanceChoices(grid, typed.stance, problems.get('stance')),
    condition: field.condition,
    bases: basisChoices(typed.basis, problems.get('basis')),
    summary: field.summary,
    reason: field.reason,
    replaces: form.replaces,
    more: {
      open: hasMore(typed, problems),
      first: [...first.details, field.reportedBy],
      sources: others,
      last: [field.note, ...(form.replaces ? [] : [field.reason])],
    },
    discard: position ? links.step(position.id, 'corbeille') : '',
  };
}

function hasMore({ reportedBy, note, sources }: TypedPosition, problems: Problems): boolean {
  const [first, ...others] = sources;
  const written = [reportedBy, note, first?.title, first?.publisher, first?.publishedOn];
  const another = others.some(({ url, title, piece }) => url || title || piece);
  return written.some(Boolean) || another || ['reportedBy', 'sources'].some((id) => problems.has(id));
}

export function demandChoices(grid: Grid, chosen: string, error = ''): ChoiceField {
  const options = grid.demands.map(({ number, slug, title }) => ({
    id: `demande-${number}`,
    value: slug,
    label: french(`${number}. ${title}`),
    details: [],
    checked: slug === chosen,
  }));
  return { id: 'demande', name: 'demande', label: 'Sur quelle demande', hint: '', error: french(error), options };
}

function stanceChoices(grid: Grid, chosen: Stance | null, error = ''): ChoiceField {
  const hint = 'La règle de codage de la demande choisie est écrite sous chaque réponse.';
  const options = stances.map((stance) => ({
    id: `stance-${stance}`,
    value: stance,
    label: stanceLabels[stance],
    details: rulesOf(stance, grid),
    checked: stance === chosen,
  }));
  return { id: 'stance', name: 'stance', label: 'Ce que dit cette position', hint, error: french(error), options };
}

function basisChoices(chosen: TypedPosition['basis'], error = ''): ChoiceField {
  const options = bases.map((basis) => ({
    id: `basis-${basis}`,
    value: basis,
    label: basisLabels[basis],
    details: [],
    checked: basis === chosen,
  }));
  return { id: 'basis', name: 'basis', label: 'Sur quoi elle repose', hint: '', error: french(error), options };
}

/** A movement of one list is offered once: the two are one voice. What was said of that list alone before keeps its choice. */
function subjectGroups(grid: Grid, chosen: string): SubjectField['groups'] {
  const collator = new Intl.Collator('fr');
  return [...grid.movements]
    .sort((one, other) => collator.compare(one.name, other.name))
    .map((movement) => {
      const lists = grid.lists.filter((list) => list.movementId === movement.id);
      const isOne = lists.length === 1;
      const all = { value: movement.slug, label: isOne ? movement.name : `${movement.name} (tout le mouvement)` };
      const each = lists
        .map(({ key, race, round, label }) => ({
          value: `${movement.slug}/${key}`,
          label: `${race}, tour ${round} : ${label}`.replace(' :', '\u00a0:'),
        }))
        .filter(({ value }) => !isOne || value === chosen);
      return {
        label: movement.name,
        options: [all, ...each].map((option) => ({ ...option, selected: option.value === chosen })),
      };
    });
}

function rulesOf(stance: Stance, { demands }: Grid): ChoiceField['options'][number]['details'] {
  const [first] = demands;
  if (first && isFixedRule(stance)) return [{ className: '', text: ruleOf(stance, first) }];
  const isLong = demands.length > demandsShownAlone;
  return demands.map((demand) => ({ className: isLong ? '' : `rule rule-${demand.number}`, text: ruleOf(stance, demand) }));
}

/** desk.css shows the rule of the chosen demand alone, and knows this many; of a longer letter, every rule stays in sight. */
const demandsShownAlone = 8;

function fieldsOf(typed: TypedPosition, problems: Problems) {
  const field = (id: Exclude<keyof TypedPosition, 'sources'>, label: string, hint = '', rows = 0) => {
    const kind = rows > 0 ? 'textarea' : 'text';
    return textField({ id, label, hint, kind, rows, value: typed[id] ?? '' }, problems);
  };
  return {
    quote: field('quote', 'Citation exacte', 'Les mots mêmes, sans guillemets. Rien n’y sera changé.', 5),
    saidOn: field('saidOn', 'Quand', '12/03/2020, mars 2020 ou 2020 : aussi précis que vous le savez.'),
    speaker: field('speaker', 'Qui l’a dit ou signé', 'Par exemple : Alix Verne, tête de liste.'),
    condition: field('condition', 'Condition ou manque', 'Pour un engagement en partie : ce qui est mis en réserve.', 2),
    summary: field('summary', 'En une phrase', 'Ce qui a été dit, dans vos mots. Les lecteurs le voient sous la citation.', 2),
    reportedBy: field('reportedBy', 'Rapporté par', 'Le journal, l’association qui rapporte ces propos, s’il y en a un.'),
    reason: field('reason', 'Motif de la correction', 'Pourquoi ce qui est publié change. Ce motif sera public.', 2),
    note: field('note', 'Note pour l’équipe', 'Jamais publiée.', 2),
  };
}
