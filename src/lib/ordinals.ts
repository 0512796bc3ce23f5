const french = [
  ['premier', 'premiere', 'un'],
  ['deuxieme', 'second', 'seconde', 'deux'],
  ['troisieme', 'trois'],
  ['quatrieme', 'quatre'],
  ['cinquieme', 'cinq'],
  ['sixieme', 'six'],
  ['septieme', 'sept'],
  ['huitieme', 'huit'],
  ['neuvieme', 'neuf'],
  ['dixieme', 'dix'],
  ['onzieme', 'onze'],
  ['douzieme', 'douze'],
  ['treizieme', 'treize'],
  ['quatorzieme', 'quatorze'],
  ['quinzieme', 'quinze'],
  ['seizieme', 'seize'],
  ['dix septieme', 'dix sept'],
  ['dix huitieme', 'dix huit'],
  ['dix neuvieme', 'dix neuf'],
  ['vingtieme', 'vingt'],
];

const english =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';

const roman = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx';

const spelt = new Map([
  ...french.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
  ...[english, roman].flatMap((row) => row.split(' ').map((name, index) => [name, index + 1] as const)),
]);

/** The longest first, so that « dix-septième » is not « dix »; a numeral may carry its ending, as in « IIIe ». */
const alternatives = [...spelt.keys()].toSorted((one, other) => other.length - one.length).join('|');
const anyNumber = new RegExp(`\\b(${alternatives})(?:ers?|eres?|e|eme|nde?)?\\b`);

/**
 * The number from 1 to 20, as digits, that small letters without accents spell: « cinquieme », « iii », « fifth »; null when they spell
 * none. Twenty, since no town of France has more arrondissements.
 */
export function spelledNumber(words: string): string | null {
  const number = spelt.get(anyNumber.exec(words)?.[1] ?? '');
  return number === undefined ? null : String(number);
}
