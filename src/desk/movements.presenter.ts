import type { BallotList } from '../campaigns/ballots.service.ts';
import type { MovementRow } from '../campaigns/campaigns.repository.ts';
import type { MovementProposal } from '../campaigns/movement-proposals.ts';
import { counted, french } from '../lib/typography.ts';
import { type TextField, textField } from '../web/form.ts';
import type { FormPage } from './form-page.ts';
import { links } from './links.ts';
import { type SettingsForm, settingsForm } from './settings-forms.presenter.ts';

export interface Ticks {
  legend: string;
  name: string;
  boxes: { id: string; value: number; label: string; about: string; checked: boolean }[];
}

export interface MovementsPage extends Omit<FormPage, 'parts'> {
  movements: { href: string; name: string; about: string }[];
  /** How many proposals raise no doubt; zero hides the button that confirms them all. */
  sure: number;
  confirmAll: string;
  proposals: {
    id: string;
    heading: string;
    action: string;
    movementId: string;
    doubts: string[];
    fields: TextField[];
    ticks: Ticks;
    button: string;
  }[];
}

export interface MovementPage extends FormPage {
  ticks: Ticks;
  remove: string;
}

declare module '../web/views.ts' {
  interface Views {
    'desk/movements': MovementsPage;
    'desk/movement': MovementPage;
  }
}

const doubtWords: Record<MovementProposal['doubts'][number], string> = {
  nuances: 'La préfecture leur a donné des nuances différentes.',
  twice: 'Deux listes du même scrutin et du même tour sont ici : elles ne peuvent pas être le même mouvement.',
  near: 'Leurs noms se ressemblent sans être les mêmes.',
  undecided: 'Une liste du second tour est ici : dites d’abord d’où elle vient, dans « Du premier au second tour ».',
  many: 'Ces listes en rappellent d’autres, qui sont déjà dans plusieurs mouvements.',
};

/** The movements there are, then what is proposed for the lists that wait. */
export function presentMovements(
  form: SettingsForm,
  movements: readonly MovementRow[],
  lists: readonly BallotList[],
  proposals: readonly MovementProposal[],
): MovementsPage {
  const { slug } = form.campaign;
  const names = new Map(movements.map(({ id, name }) => [id, name]));
  const action = links.settings(slug, 'mouvements');
  const waiting = lists.filter(({ movementId }) => movementId === null).length;
  return {
    ...settingsForm(form, 'mouvements', 'Les mouvements'),
    lead: french(
      'Un mouvement réunit les listes qui portent le même projet, d’un secteur à l’autre et d’un tour à l’autre. Là où il n’y a qu’un scrutin, c’est une liste. Chaque ligne du tableau est un mouvement.' +
        (waiting > 0 ? ` ${counted(waiting, 'liste attend', 'listes attendent')} d’en avoir un.` : ''),
    ),
    movements: movements.map(({ id, name, leader }) => ({
      href: links.settings(slug, `mouvements/${id}`),
      name: french(name),
      about: french(
        [leader ?? '', counted(lists.filter(({ movementId }) => movementId === id).length, 'liste')].filter(Boolean).join(' · '),
      ),
    })),
    sure: proposals.filter(({ doubts }) => doubts.length === 0).length,
    confirmAll: `${action}/tous`,
    proposals: proposals.map(({ key, name, leader, movementId, lists: members, doubts }) => {
      const known = movementId === null ? null : (names.get(movementId) ?? null);
      const field = (id: string, label: string, value: string, hint = '') =>
        textField({ id: `${id}-${key}`, name: id, label, hint, value }, form.problems);
      return {
        id: `proposition-${key}`,
        heading: french(known === null ? name : `À joindre à ${known}`),
        action,
        movementId: String(movementId ?? ''),
        doubts: doubts.map((doubt) => french(doubtWords[doubt])),
        fields:
          known === null
            ? [
                field('nom', 'Nom du mouvement', name, 'Tel que les lecteurs le verront.'),
                field('tete', 'Qui le mène', leader, 'Vide si ce n’est pas une seule personne.'),
              ]
            : [],
        ticks: ticksOf('Ses listes', `liste-${key}`, members, () => true),
        button: known === null ? 'Confirmer ce mouvement' : 'Confirmer',
      };
    }),
  };
}

/** One movement: its name, who leads it, and which lists are in it. */
export function presentMovement(
  form: SettingsForm,
  { id }: MovementRow,
  lists: readonly BallotList[],
  typed: { nom: string; tete: string; listes: readonly number[] },
): MovementPage {
  const part = `mouvements/${id}`;
  const open = lists.filter(({ movementId }) => movementId === null || movementId === id);
  return {
    ...settingsForm(form, part, 'Modifier le mouvement'),
    lead: french('Une liste retirée d’ici attend un autre mouvement. Celles d’autres mouvements se retirent d’abord là-bas.'),
    parts: [
      { kind: 'text', field: textField({ id: 'nom', label: 'Nom du mouvement', value: typed.nom }, form.problems) },
      { kind: 'text', field: textField({ id: 'tete', label: 'Qui le mène', value: typed.tete }, form.problems) },
    ],
    ticks: ticksOf('Ses listes', 'liste', open, (list) => typed.listes.includes(list.id)),
    remove: links.settings(form.campaign.slug, `${part}/retrait`),
    back: { href: links.settings(form.campaign.slug, 'mouvements'), label: 'Sans enregistrer' },
  };
}

function ticksOf(legend: string, prefix: string, lists: readonly BallotList[], isChecked: (list: BallotList) => boolean): Ticks {
  return {
    legend,
    name: 'listes',
    boxes: lists.map((list) => ({
      id: `${prefix}-${list.id}`,
      value: list.id,
      label: list.label,
      about: french(whereIs(list)),
      checked: isChecked(list),
    })),
  };
}

/** « Secteur 2, tour 1, panneau 5 · Alain Lhote · LDVG ». */
export function whereIs({ raceName, round, panel, head, nuance }: BallotList): string {
  return [`${raceName}, tour ${round}, panneau ${panel}`, head, nuance].filter(Boolean).join(' · ');
}
