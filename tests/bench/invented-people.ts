const syllables = [
  'bar',
  'bel',
  'cor',
  'dan',
  'fer',
  'gal',
  'lam',
  'lor',
  'mar',
  'nov',
  'ral',
  'sor',
  'tel',
  'val',
  'ver',
  'vin',
];
const endings = ['asse', 'eau', 'ège', 'er', 'ic', 'ier', 'in', 'oux'];
const women = ['Adèle', 'Camille', 'Éléonore', 'Fatou', 'Inès', 'Jeanne', 'Léa', 'Marie-Claude', 'Nadia', 'Zoé'];
const men = ['Anatole', 'Bilal', 'Étienne', 'François', 'Gaël', 'Hugo', 'Jean-Noël', 'Malo', 'Raphaël', 'Théo'];
const beginnings = ['ENSEMBLE POUR', 'AGIR POUR', 'UN NOUVEL ÉLAN POUR', 'L’AVENIR DE', 'BIEN VIVRE À', 'UNIS POUR'];
const nuances = [
  ['LDVG', 'Liste divers gauche'],
  ['LDVC', 'Liste divers centre'],
  ['LDVD', 'Liste divers droite'],
  ['LDIV', 'Liste divers'],
] as const;

/** People and lists who do not exist, in the same order for the same seed. */
export function inventor(seed: number) {
  const chance = random(seed);
  const pick = <T>(items: readonly [T, ...T[]] | readonly T[]): T => {
    const item = items[Math.floor(chance() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return {
    chance,
    label: (town: string): string => `${pick(beginnings)} ${town.toUpperCase()}`,
    nuance: (): readonly [code: string, name: string] => pick(nuances),
    person: (index: number) => ({
      sex: index % 2 === 0 ? 'F' : 'M',
      firstName: pick(index % 2 === 0 ? women : men),
      lastName: `${pick(syllables)}${pick(syllables)}${pick(endings)}`.toUpperCase(),
    }),
  };
}

/** mulberry32: small, even, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
