import type { BallotList, Ballots } from '../campaigns/ballots.service.ts';
import type { MovementRow } from '../campaigns/campaigns.repository.ts';
import type { LineageQuestion } from '../campaigns/lineage-questions.ts';
import { counted, french } from '../lib/typography.ts';
import { type Problems, type TextField, textField } from '../web/form.ts';
import { choiceField, type FormPage, type FormPart, selectField } from './form-page.ts';
import { type Ticks, whereIs } from './movements.presenter.ts';
import { type SettingsForm, settingsForm } from './settings-forms.presenter.ts';

export interface LineagePage extends Omit<FormPage, 'parts'> {
  questions: {
    id: string;
    heading: string;
    about: string;
    child: number;
    choice: FormPart;
    ticks: Ticks;
    movement: FormPart;
    source: TextField;
  }[];
  settled: { label: string; words: string }[];
}

declare module '../web/views.ts' {
  interface Views {
    'desk/lineage': LineagePage;
  }
}

/** What was typed for one question; the others are drawn as they are proposed. */
export interface TypedLineage {
  liste: number;
  origine: string;
  parents: readonly number[];
  source: string;
  mouvement: string;
}

/** One question after another: does this list continue another, is it born of a merger, or neither? */
export function presentLineage(
  form: SettingsForm,
  questions: readonly LineageQuestion[],
  { lists }: Ballots,
  movements: readonly MovementRow[],
  typed: TypedLineage | null,
): LineagePage {
  return {
    ...settingsForm(form, 'filiations', 'Du premier au second tour'),
    lead: french(
      questions.length > 0
        ? `${counted(questions.length, 'liste du second tour attend', 'listes du second tour attendent')} votre réponse. Après une fusion, aucune position n’est héritée : celles d’avant s’affichent « à confirmer ».`
        : 'Chaque liste du second tour a son origine.',
    ),
    questions: questions.map((question) => {
      const own = typed?.liste === question.child.id ? typed : null;
      return questionOf(question, movements, own, own ? form.problems : new Map());
    }),
    settled: lists
      .filter(({ round, decided }) => round === 2 && decided)
      .map((list) => ({ label: list.label, words: french(settledWords(list, lists)) })),
  };
}

const fromFile = 'Fichier officiel : même panneau et même tête de liste aux deux tours';

function questionOf(
  { child, proposed, candidates, departed }: LineageQuestion,
  movements: readonly MovementRow[],
  typed: TypedLineage | null,
  problems: Problems,
): LineagePage['questions'][number] {
  const at = (name: string) => `${name}-${child.id}`;
  const fieldProblems = new Map([...problems].map(([id, text]) => [at(id), text]));
  const choice = choiceField(
    {
      id: at('origine'),
      label: 'D’où vient-elle ?',
      value: typed?.origine ?? (proposed ? 'continues' : ''),
      options: [
        {
          value: 'continues',
          label: 'Elle continue une liste du premier tour',
          ...(proposed ? { detail: `Proposé : « ${proposed.label} », même panneau et même tête de liste.` } : {}),
        },
        { value: 'merges', label: 'Elle est née d’une fusion', detail: 'Cochez toutes les listes qui ont fusionné.' },
        { value: 'neither', label: 'Ni l’un ni l’autre', detail: 'Elle n’a pas de liste d’origine connue.' },
      ],
    },
    fieldProblems,
  );
  const checked = typed?.parents ?? (proposed ? [proposed.id] : []);
  return {
    id: `liste-${child.id}`,
    heading: child.label,
    about: french(whereIs(child)),
    child: child.id,
    choice: choice.kind === 'choices' ? { ...choice, field: { ...choice.field, name: 'origine' } } : choice,
    ticks: {
      legend: 'De quelle liste, ou de quelles listes',
      name: 'parents',
      boxes: candidates.map((list) => ({
        id: `parent-${child.id}-${list.id}`,
        value: list.id,
        label: list.label,
        about: french(whereIs(list) + (departed.has(list.id) ? ' · absente du second tour' : '')),
        checked: checked.includes(list.id),
      })),
    },
    movement: movementChoice(
      at('mouvement'),
      movements,
      typed?.mouvement ?? String(child.movementId ?? proposed?.movementId ?? ''),
    ),
    source: textField(
      {
        id: at('source'),
        name: 'source',
        label: 'Source',
        hint: 'Qui le dit : le fichier officiel, un article, la liste elle-même, avec sa date.',
        value: typed?.source ?? (proposed ? fromFile : ''),
      },
      fieldProblems,
    ),
  };
}

function movementChoice(id: string, movements: readonly MovementRow[], value: string): FormPart {
  const options = movements.map((movement) => ({ value: String(movement.id), label: movement.name }));
  const field = {
    id,
    label: 'Sous quel mouvement elle figure',
    value,
    options: [{ value: '', label: 'À décider plus tard' }, ...options],
  };
  return selectField(field, new Map());
}

function settledWords({ parents }: BallotList, lists: readonly BallotList[]): string {
  const names = parents.map(({ listId }) => `« ${lists.find(({ id }) => id === listId)?.label ?? ''} »`);
  const [first] = parents;
  if (!first) return 'n’a pas de liste d’origine connue';
  return first.kind === 'merges' ? `est née de la fusion de ${names.join(' et ')}` : `continue ${names[0]}`;
}
