import type { Held } from '../campaigns/imports.service.ts';
import type { ImportBatch } from '../elections/imports.repository.ts';
import type { Plan } from '../elections/official-files/plan.ts';
import { leftInWords, type Stage } from '../elections/official-files/stage.ts';
import { frenchInstant } from '../lib/dates.ts';
import { counted, french } from '../lib/typography.ts';
import { type TextField, textField } from '../web/form.ts';
import { choiceField, type FormPage, type FormPart } from './form-page.ts';
import { links } from './links.ts';
import { type SettingsForm, settingsForm } from './settings-forms.presenter.ts';

export interface ImportsPage extends Omit<FormPage, 'parts'> {
  round: FormPart;
  table: TextField;
  model: string;
  fileError: string;
  batches: { href: string; name: string; about: string }[];
}

export interface ImportPage extends Omit<FormPage, 'parts'> {
  facts: { term: string; text: string }[];
  lists: { where: string; label: string; what: string; isNew: boolean }[];
  rejections: { line: number; reason: string }[];
  /** How many rejected lines are not shown. */
  more: string;
  left: string[];
  /** Null when there is nothing to apply or to take back. */
  apply: string | null;
  undo: string | null;
  next: { href: string; label: string }[];
}

declare module '../web/views.ts' {
  interface Views {
    'desk/imports': ImportsPage;
    'desk/import': ImportPage;
  }
}

/** What a table begins with: the columns a volunteer fills. */
export const tableHeader = 'secteur;tour;panneau;liste;nuance;tete_prenom;tete_nom;voix';

const stateWords: Record<ImportBatch['state'], string> = {
  read: 'lu, pas encore appliqué',
  applied: 'appliqué',
  undone: 'annulé',
};

export interface TypedImport {
  tour: string;
  tableau: string;
}

/** Giving a file or a table, and the batches there were. */
export function presentImports(form: SettingsForm, batches: readonly ImportBatch[], typed: TypedImport): ImportsPage {
  const { slug, timeZone } = form.campaign;
  const rounds = [
    { value: '', label: 'Le fichier le dit' },
    { value: '1', label: 'Premier tour' },
    { value: '2', label: 'Second tour' },
  ];
  return {
    ...settingsForm(form, '', 'Importer des listes', links.imports(slug)),
    lead: french(
      'Donnez le fichier officiel de toute la France ou de votre commune : seules les listes de cette campagne sont prises. Rien ne change avant que vous ayez vu ce que cela fera.',
    ),
    fileError: french(form.problems.get('fichier') ?? ''),
    round: choiceField({ id: 'tour', label: 'Quel tour ?', value: typed.tour, options: rounds }, form.problems),
    table: textField(
      {
        id: 'tableau',
        label: 'Ou collez un tableau',
        hint: 'Une ligne par liste. Copié d’un tableur, il va tel quel ; la première ligne nomme les colonnes.',
        kind: 'textarea',
        rows: 8,
        value: typed.tableau || `${tableHeader}\n`,
      },
      form.problems,
    ),
    model: links.imports(slug, 'modele.csv'),
    batches: batches.map(({ id, fileName, state, readAt, lines }) => ({
      href: links.imports(slug, String(id)),
      name: fileName,
      about: french(`${stateWords[state]} · ${counted(lines, 'ligne')} · ${frenchInstant(readAt, timeZone)}`),
    })),
    button: 'Lire',
    back: { href: links.settings(slug, 'listes'), label: 'Les listes de la campagne' },
  };
}

const shownAtMost = 200;

/** One batch: what it would change, line by line, or what it changed; and what may be done with it. */
export function presentImport(
  form: SettingsForm,
  { batch, stage, plan }: { batch: ImportBatch; stage: Stage; plan: Plan },
): ImportPage {
  const { slug, timeZone } = form.campaign;
  const { id, state, fileName, formatName, lines, readAt } = batch;
  const path = links.imports(slug, String(id));
  const { created, changed, unchanged } = plan.lists;
  const changesSomething = plan.steps.length > 0;
  return {
    ...settingsForm(form, '', fileName, path),
    lead: french(leadWords(state, created + changed, changesSomething)),
    facts: [
      { term: 'Format', text: french(formatName) },
      { term: 'Lu', text: `${counted(lines, 'ligne')}, le ${frenchInstant(readAt, timeZone)}` },
      ...(state === 'read'
        ? [
            { term: 'Nouvelles', text: counted(created, 'liste') },
            { term: 'Changées', text: counted(changed, 'liste') },
            { term: 'Inchangées', text: counted(unchanged, 'liste') },
          ]
        : []),
      { term: 'Rejetées', text: counted(stage.rejected, 'ligne') },
    ],
    lists: listRows(stage, plan, state),
    rejections: stage.rejections.slice(0, shownAtMost).map(({ line, reason }) => ({ line, reason: french(reason) })),
    more: stage.rejected > shownAtMost ? `… et ${counted(stage.rejected - shownAtMost, 'autre')}.` : '',
    left: leftInWords(stage),
    apply: state === 'read' && changesSomething ? `${path}/application` : null,
    undo: state === 'applied' ? `${path}/annulation` : null,
    next:
      state === 'applied'
        ? [
            { href: links.settings(slug, 'mouvements'), label: 'Regrouper en mouvements' },
            { href: links.settings(slug, 'filiations'), label: 'Du premier au second tour' },
          ]
        : [],
    back: { href: links.imports(slug), label: 'Tous les imports' },
  };
}

function leadWords(state: ImportBatch['state'], lists: number, changesSomething: boolean): string {
  if (state === 'applied') return 'Cet import est appliqué au bureau. Les listes deviennent publiques à la prochaine édition.';
  if (state === 'undone') return 'Cet import a été annulé.';
  if (!changesSomething) return 'Tout est déjà là : il n’y a rien à appliquer.';
  return lists > 0
    ? `Rien n’est encore changé. ${counted(lists, 'liste sera enregistrée', 'listes seront enregistrées')} si vous appliquez.`
    : 'Rien n’est encore changé. Des chiffres de participation seront enregistrés si vous appliquez.';
}

function listRows(stage: Stage, plan: Plan, state: ImportBatch['state']): ImportPage['lists'] {
  const made = new Set(plan.steps.flatMap(({ lists }) => lists));
  return [...stage.races.values()].flatMap((race) =>
    race.lists.map((list) => {
      const change = plan.changes.find((each) => each.list === list);
      const isNew = made.has(list) && !change;
      const now = change ? change.words.join(' · ') : isNew ? 'Nouvelle' : 'Inchangée';
      return {
        where: french(`${race.raceName}, tour ${list.round}, panneau ${list.panel} (ligne ${list.line})`),
        label: list.label,
        what: state === 'read' ? now : '',
        isNew: state === 'read' && now !== 'Inchangée',
      };
    }),
  );
}

const heldWords: Record<Held['why'], string> = {
  grouped: 'est dans un mouvement : retirez-l’en d’abord',
  related: 'a une filiation entre les deux tours',
  used: 'porte des positions',
  changed: 'a changé depuis cet import',
};

/** Why a batch stays, list by list. */
export function heldInWords(held: readonly Held[]): string {
  const few = held.slice(0, 5).map(({ label, panel, why }) => `panneau ${panel}, « ${label} » ${heldWords[why]}`);
  const more = held.length > 5 ? ` ; et ${counted(held.length - 5, 'autre')}` : '';
  return french(`Cet import ne s’annule plus : ${few.join(' ; ')}${more}.`);
}
