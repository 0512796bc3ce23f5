import { newToken } from '../accounts/tokens.ts';
import type { Ballots } from '../campaigns/ballots.service.ts';
import type { MovementRow } from '../campaigns/campaigns.repository.ts';
import { counted, french } from '../lib/typography.ts';
import { textField } from '../web/form.ts';
import type { TypedList } from './ballots-form.ts';
import { choiceField, type FormPage, selectField } from './form-page.ts';
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
  ballots: Ballots & { removable: ReadonlySet<number> },
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

function listParts({ problems }: SettingsForm, { races }: Ballots, typed: TypedList): FormPage['parts'] {
  const field = (id: keyof TypedList, label: string, hint = ''): FormPage['parts'][number] => ({
    kind: 'text',
    field: textField({ id, label, hint, value: typed[id] }, problems),
  });
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
    field('panneau', 'Numéro de panneau'),
    field('liste', 'Nom de la liste', 'Comme il a été déposé, même s’il est long.'),
    field('nuance', 'Nuance', 'Donnée par la préfecture, jamais par la liste. Vide si elle n’est pas connue.'),
    field('tete-prenom', 'Prénom de la tête de liste'),
    field('tete-nom', 'Nom de la tête de liste'),
  ];
}
