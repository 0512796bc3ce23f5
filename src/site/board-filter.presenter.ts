import { french } from '../lib/typography.ts';
import { labels } from '../positions/labels.ts';
import { stances } from '../positions/stance.ts';
import { demandsOf, type Order, orders, racesOf } from '../standings/scoreboard.ts';
import { assetUrl } from '../web/assets.ts';
import type { View } from '../web/view.ts';
import { type BoardChoice, everyRow, isNarrowed, usualChoice } from './board-choice.ts';
import { boardWords } from './words/board.ts';

/** The form that sorts and narrows a board: a GET whose address can be shared. */
export interface FilterForm {
  action: string;
  heading: string;
  /** Narrowed, the form stays open and shows the way back. */
  narrowed: boolean;
  fields: SelectView[];
  apply: string;
  /** The button that shows every row again. */
  reset: { name: string; label: string };
  /** Keeps what is not chosen out of the address. */
  script: string;
}

export interface SelectView {
  id: string;
  name: string;
  label: string;
  /** `french`: the town's own words, on a page of another language. */
  options: { value: string; label: string; selected: boolean; french: boolean }[];
}

const shortAddresses = assetUrl('js/short-addresses.js');

export function presentFilter(view: View, { order, narrowing }: BoardChoice): FilterForm {
  const words = boardWords[view.language];
  const yesNo = narrowing.answered === null ? '' : narrowing.answered ? 'oui' : 'non';
  return {
    action: view.links.board,
    heading: words.sortAndFilter,
    narrowed: isNarrowed(narrowing),
    fields: [
      orderField(view, order),
      select('demande', words.filterDemand, narrowing.demands[0] ?? '', [['', words.everyDemand], ...demandOptions(view)]),
      select('position', words.filterStance, narrowing.stance ?? '', [['', words.everyStance], ...stanceOptions(view)]),
      ...sectorField(view, narrowing.race),
      select('reponse', words.filterAnswered, yesNo, [
        ['', words.everyAnswer],
        ['oui', words.answered],
        ['non', words.notAnswered],
      ]),
    ],
    apply: words.apply,
    reset: { name: everyRow, label: words.reset },
    script: shortAddresses,
  };
}

/** The same form with the order alone: for the boards of a ballot. */
export function presentOrderForm(view: View, action: string, order: Order): FilterForm {
  const words = boardWords[view.language];
  const fields = [orderField(view, order)];
  return {
    action,
    heading: words.order,
    narrowed: false,
    fields,
    apply: words.apply,
    reset: { name: everyRow, label: words.reset },
    script: shortAddresses,
  };
}

function orderField({ language }: View, chosen: Order): SelectView {
  const words = boardWords[language];
  const options = orders.map((order): Option => [order === usualChoice.order ? '' : order, words[order]]);
  return select('ordre', words.order, chosen === usualChoice.order ? '' : chosen, options);
}

type Option = [value: string, label: string, french?: boolean];

function select(name: string, label: string, chosen: string, options: Option[]): SelectView {
  return {
    id: `choix-${name}`,
    name,
    label,
    options: options.map(([value, text, french = false]) => ({ value, label: text, selected: value === chosen, french })),
  };
}

function demandOptions({ state, language }: View): Option[] {
  return demandsOf(state).map(({ slug, number, shortTitle }) => [slug, `${number}. ${french(shortTitle)}`, language !== 'fr']);
}

function stanceOptions({ language }: View): Option[] {
  return [
    ...stances.map((stance): Option => [stance, labels[language].stance[stance]]),
    ['silence', boardWords[language].silence],
  ];
}

function sectorField({ state, language }: View, chosen: string | null): SelectView[] {
  const words = boardWords[language];
  const races = racesOf(state).flatMap(({ slug, sectorNumber, name }) =>
    sectorNumber === null ? [] : [{ slug, value: String(sectorNumber), label: french(name) }],
  );
  if (races.length < 2) return [];
  const value = races.find(({ slug }) => slug === chosen)?.value ?? '';
  const options = races.map((race): Option => [race.value, race.label, language !== 'fr']);
  return [select('secteur', words.filterSector, value, [['', words.everySector], ...options])];
}
