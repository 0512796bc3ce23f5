import { hardSpace } from '../../lib/typography.ts';
import type { List } from '../elections.types.ts';
import { sameWords } from '../same-words.ts';
import type { FiledList } from './stage.ts';

type Field = keyof FiledList & keyof List;

const fields: readonly (readonly [field: Field, name: string])[] = [
  ['label', 'intitulé'],
  ['shortLabel', 'intitulé abrégé'],
  ['nuance', 'nuance'],
  ['headFirstName', 'prénom de la tête de liste'],
  ['headLastName', 'nom de la tête de liste'],
  ['votes', 'voix'],
  ['councilSeats', 'sièges au conseil municipal'],
  ['sectorSeats', 'sièges au conseil de secteur'],
  ['intercommunalSeats', 'sièges au conseil communautaire'],
];

/** What a file would alter in a list, in words. A person's name in other capitals or accents is the same name. */
export function differences(stored: List, filed: FiledList): string[] {
  return fields
    .filter(([field]) => differs(field, stored, filed))
    .map(([field, name]) => `${name}${hardSpace}: ${shown(stored[field])} → ${shown(filed[field])}`);
}

/** A list as it is to be stored: what is the same keeps the words it is stored with. */
export function merged(stored: List | undefined, filed: FiledList): FiledList {
  if (!stored) return filed;
  const names = (field: 'headFirstName' | 'headLastName') => (differs(field, stored, filed) ? filed[field] : stored[field]);
  return { ...filed, headFirstName: names('headFirstName'), headLastName: names('headLastName') };
}

function differs(field: Field, stored: List, filed: FiledList): boolean {
  const [before, after] = [stored[field], filed[field]];
  if (after === null || before === after) return false;
  if (field !== 'headFirstName' && field !== 'headLastName') return true;
  return !sameWords(String(before ?? ''), String(after));
}

function shown(value: string | number | null): string {
  return value === null ? '(rien)' : String(value);
}
