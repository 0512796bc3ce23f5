import { newToken } from '../accounts/tokens.ts';
import type { BallotList, Ballots } from '../campaigns/ballots.service.ts';
import type { MovementRow } from '../campaigns/campaigns.repository.ts';
import { counted, french } from '../lib/typography.ts';
import { textField } from '../web/form.ts';
import type { TypedList } from './ballots-form.ts';
import { choiceField, type FormPage, type FormPart, selectField } from './form-page.ts';
import { links } from './links.ts';
import { type SettingsForm, settingsForm } from './settings-forms.presenter.ts';

export interface BallotsPage extends FormPage {
  imports: string;
  movements: string;
  races: { heading: string; rows: BallotRow[] }[];
}

/** A list in the table; `remove` takes away one typed by mistake, with a key of its own: each row is a form. */
interface BallotRow {
  label: string;
  about: string;
  movement: string;
  /** Where the words of a typed list are corrected; empty for one that a file gave. */
  edit: string;
  remove: { action: string; key: string } | null;
}

declare module '../web/views.ts' {
  interface Views {
    'desk/ballots': BallotsPage;
  }
}

/** The lists that stand, ballot by ballot; and a form for one more. */
export function presentBallots(
  form: SettingsForm,
  ballots: Ballots & { typed: ReadonlySet<number>; removable: ReadonlySet<number> },
  movements: readonly MovementRow[],
  typed: TypedList,
): BallotsPage {
  const { races, lists } = ballots;
  const names = new Map(movements.map(({ id, name }) => [id, name]));
  return {
    ...settingsForm(form, 'listes', 'Les listes'),
    lead: french(
      lists.length === 0
        ? 'Aucune liste encore. Le plus sûr est d’importer le fichier officiel de la préfecture ou du ministère ; vous pouvez aussi coller un tableau, ou les saisir une à une.'
        : `${counted(lists.length, 'liste')} dans ${counted(races.length, 'scrutin')}. Elles sont à cette campagne seule ; pour lire un fichier plus récent, importez-le.`,
    ),
    imports: links.imports(form.campaign.slug),
    movements: links.settings(form.campaign.slug, 'mouvements'),
    races: races
      .flatMap((race) => [1, 2].map((round) => ({ race, round })))
      .map(({ race, round }) => ({
        heading: french(`${race.name}, ${round === 1 ? 'premier' : 'second'} tour`),
        rows: lists
          .filter((list) => list.raceId === race.id && list.round === round)
          .map(({ id, panel, label, head, nuance, movementId }) => ({
            label,
            about: [`Panneau ${panel}`, head, nuance].filter(Boolean).join(' · '),
            movement: names.get(movementId ?? -1) ?? 'aucun',
            edit: ballots.typed.has(id) ? links.settings(form.campaign.slug, `listes/${id}`) : '',
            remove: ballots.removable.has(id)
              ? { action: links.settings(form.campaign.slug, `listes/${id}/retrait`), key: newToken() }
              : null,
          })),
      }))
      .filter(({ rows }) => rows.length > 0),
    parts: listParts(form, ballots, typed),
    button: 'Ajouter cette liste',
  };
}

/** The words of one list that was typed here. Its ballot, round and panel are said, and do not change. */
export function presentListForm(form: SettingsForm, list: BallotList, typed: TypedList): FormPage {
  const path = links.settings(form.campaign.slug, `listes/${list.id}`);
  const where = `${list.raceName}, ${list.round === 1 ? 'premier' : 'second'} tour, panneau ${list.panel}.`;
  const told = list.published
    ? 'Elle est publiée : la correction le sera avec la prochaine édition, qui dira ce qui a changé et pourquoi.'
    : 'Scrutin, tour et panneau ne changent pas : s’ils sont faux, retirez la liste et saisissez-la de nouveau.';
  return {
    ...settingsForm(form, 'listes', 'Corriger une liste', path),
    lead: french(`${where} ${told}`),
    parts: wordParts(form, typed),
    back: { href: links.settings(form.campaign.slug, 'listes'), label: 'Sans enregistrer' },
  };
}

function listParts(form: SettingsForm, { races }: Ballots, typed: TypedList): FormPage['parts'] {
  const { problems } = form;
  const options = races.map(({ code, name, areas }) => ({
    value: code,
    label: areas.length > 0 ? `${name} : ${areas.map((area) => area.name).join(', ')}` : name,
  }));
  const race = selectField(
    { id: 'scrutin', label: 'Scrutin', value: typed.scrutin, options: [{ value: '', label: 'Choisir…' }, ...options] },
    problems,
  );
  const rounds = [
    { value: '1', label: 'Premier tour' },
    { value: '2', label: 'Second tour' },
  ];
  return [
    ...(races.length > 1 ? [race] : []),
    choiceField({ id: 'tour', label: 'Tour', value: typed.tour || '1', options: rounds }, problems),
    wordPart(form, typed, 'panneau', 'Numéro de panneau'),
    ...wordParts(form, typed),
  ];
}

function wordParts(form: SettingsForm, typed: TypedList): FormPage['parts'] {
  const field = (id: keyof TypedList, label: string, hint = '') => wordPart(form, typed, id, label, hint);
  return [
    field('liste', 'Nom de la liste', 'Comme il a été déposé, même s’il est long.'),
    field('nuance', 'Nuance', 'Donnée par la préfecture, jamais par la liste. Vide si elle n’est pas connue.'),
    field('tete-prenom', 'Prénom de la tête de liste'),
    field('tete-nom', 'Nom de la tête de liste'),
  ];
}

function wordPart({ problems }: SettingsForm, typed: TypedList, id: keyof TypedList, label: string, hint = ''): FormPart {
  return { kind: 'text', field: textField({ id, label, hint, value: typed[id] }, problems) };
}
