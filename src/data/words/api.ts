import type { Bilingual } from '../../lib/language.ts';

const fr = {
  title: 'L’interface pour les programmes',
  description: 'Une API ouverte, en lecture seule\u00a0: JSON, OpenAPI 3.1, sans clé.',
  lead: 'Les mêmes données que les pages et les fichiers, en JSON. Pas de clé, pas d’inscription\u202f; lecture depuis n’importe quel site.',
  try: 'Essayer',
  addresses: 'Les adresses',
  campaigns: 'Toutes les campagnes, à leur dernière édition, cent à la fois',
  campaign: 'Une campagne, et l’adresse de chacune de ses tables',
  table: 'Une table, ligne par ligne',
  schema: 'Le Table Schema d’une table\u00a0: colonnes et codes, en mots',
  openapi: 'La description complète, pour les programmes (OpenAPI 3.1)',
  tables: 'Les tables',
  filters: 'Se filtre par',
  how: 'Comment s’en servir',
  rules: [
    'Sans `edition`, la réponse est celle de la dernière édition\u202f; avec `edition=3`, celle de la troisième, pour toujours.',
    '`limit`\u00a0: de 1 à 1000 lignes, 100 sinon. La suite est à l’adresse donnée par `next`\u202f; elle reste dans la même édition, quoi qu’il se publie entre-temps.',
    'Chaque réponse porte un `ETag`\u00a0: renvoyez-le dans `If-None-Match`, et la réponse sera 304 tant que rien n’a changé.',
    'Une colonne ou un code s’ajoute, ne se renomme pas. Tout ce qui changerait de sens aurait une nouvelle adresse, `/api/v2`.',
  ],
  limits: 'Les limites',
  limitsText: (count: number) =>
    `${count} demandes par minute et par adresse. Au-delà, la réponse est 429 et dit quand revenir (\`Retry-After\`). Pour tout prendre, l’archive d’une campagne suffit en une demande.`,
  errors: 'Les erreurs',
  errorsText: 'En JSON aussi (`application/problem+json`, RFC 9457).',
  codes: {
    400: 'La question n’a pas été comprise\u00a0: le détail nomme le paramètre.',
    404: 'Il n’y a rien à cette adresse, ou pas à cette édition.',
    429: 'Trop de demandes en une minute.',
    503: 'Trop de demandes à la fois\u00a0: revenez quand `Retry-After` le dit.',
    500: 'Une erreur de notre côté.',
  },
};

const en: typeof fr = {
  title: 'The interface for programs',
  description: 'An open, read-only API: JSON, OpenAPI 3.1, no key.',
  lead: 'The same data as the pages and the files, as JSON. No key, no account; it can be read from any site.',
  try: 'Try it',
  addresses: 'The addresses',
  campaigns: 'Every campaign, at its newest edition, a hundred at a time',
  campaign: 'One campaign, and the address of each of its tables',
  table: 'One table, row by row',
  schema: 'The Table Schema of a table: columns and codes, in words',
  openapi: 'The whole description, for programs (OpenAPI 3.1)',
  tables: 'The tables',
  filters: 'Filtered by',
  how: 'How to use it',
  rules: [
    'Without `edition`, the answer is that of the newest edition; with `edition=3`, that of the third, for ever.',
    '`limit`: 1 to 1000 rows, 100 otherwise. The rest is at the address given by `next`; it stays in the same edition, whatever is published meanwhile.',
    'Each answer carries an `ETag`: send it back in `If-None-Match`, and the answer is 304 as long as nothing changed.',
    'Columns and codes are added, never renamed. Whatever would change its meaning would have a new address, `/api/v2`.',
  ],
  limits: 'The limits',
  limitsText: (count) =>
    `${count} requests a minute from one address. Beyond, the answer is 429 and says when to come back (\`Retry-After\`). To take everything, a campaign’s archive is one request.`,
  errors: 'The errors',
  errorsText: 'As JSON too (`application/problem+json`, RFC 9457).',
  codes: {
    400: 'The question was not understood: the detail names the parameter.',
    404: 'There is nothing at this address, or not in this edition.',
    429: 'Too many requests in one minute.',
    503: 'Too many requests at once: come back when `Retry-After` says.',
    500: 'An error on our side.',
  },
};

export type ApiWords = typeof fr;
export const apiWords: Bilingual<ApiWords> = { fr, en };
