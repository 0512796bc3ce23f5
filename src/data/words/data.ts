import type { Bilingual } from '../../lib/language.ts';

const fr = {
  title: 'Les données',
  description: 'Toutes les données de cette page en fichiers ouverts\u00a0: CSV, JSON, Excel, OpenDocument, API.',
  lead: 'Tout ce que montrent ces pages se télécharge, se réutilise et se vérifie. Chaque page a aussi ses propres fichiers, en bas.',
  whole: 'Tout d’un coup',
  archive: 'L’archive complète (zip)',
  archiveText:
    'Un Frictionless Data Package\u00a0: toutes les tables, leurs colonnes et leurs codes en mots, le registre, de quoi le vérifier.',
  popolo: 'Les listes et les personnes (Popolo JSON)',
  register: 'Le registre, et comment le vérifier',
  api: 'L’interface pour les programmes (API)',
  embed: 'Placer le tableau sur votre site, ou prendre l’image d’une page',
  pictures: 'En image',
  picturesText: 'Pour imprimer ou partager\u202f; la date, l’édition et la source y sont inscrites.',
  board: 'Le tableau',
  shapes: { 'carte.png': 'PNG, 1200 × 630', 'planche.png': 'PNG, en entier', 'planche.svg': 'SVG, en entier' },
  alt: 'Le texte de remplacement, à donner avec elles',
  reading: 'Avant de compter',
  hints: [
    '`positions` a deux sortes de lignes\u00a0: celles des mouvements, où `list` est vide, puis celles des listes. Pour compter des mouvements, ne gardez que les premières\u202f; pour des listes, choisissez aussi un tour (`round`).',
    'Sur une ligne de liste, `own` faux veut dire que la liste reprend ce que dit son mouvement\u00a0: ce n’est pas une position de plus.',
    '`to_confirm` vrai\u00a0: dite avant une fusion, confirmée par personne depuis. Le tableau la montre et ne la compte pas.',
    '`declared` faux\u00a0: la liste n’a rien signé, la position a été codée d’après une source. Citez-la ainsi.',
    '`stance` n’est jamais vide\u00a0: `silence:…` dit quel silence. Un silence n’est pas un refus.',
    'Excel en français lit mal un CSV à virgules ouvert d’un double-clic\u00a0: prenez le fichier Excel ou OpenDocument de chaque table, sur la page des données, ou importez le CSV (Données, À partir d’un fichier texte/CSV).',
  ],
  tables: 'Table par table',
  columns: 'Les colonnes',
  codes: 'Codes',
  never: 'Les noms des colonnes et les codes sont stables\u00a0: on en ajoute, on n’en renomme pas. Version du schéma\u00a0:',
  licence: 'Licence',
  licenceText:
    'Licence Ouverte 2.0\u00a0: réutilisez librement, en citant la source et la date de dernière mise à jour. Par exemple\u00a0:',
  cite: (title: string, edition: number, when: string, url: string) =>
    `Source\u00a0: Parole tenue, «\u202f${title}\u202f», édition ${edition} du ${when}, ${url}`,
  types: { string: 'texte', integer: 'nombre', boolean: 'vrai ou faux', date: 'date', datetime: 'date et heure (UTC)' },
};

const en: typeof fr = {
  title: 'The data',
  description: 'All the data of these pages as open files: CSV, JSON, Excel, OpenDocument, API.',
  lead: 'Everything these pages show can be downloaded, reused and checked. Each page also has its own files, at its foot.',
  whole: 'All at once',
  archive: 'The whole archive (zip)',
  archiveText: 'A Frictionless Data Package: every table, its columns and codes in words, the register, and what checks it.',
  popolo: 'Lists and people (Popolo JSON)',
  register: 'The register, and how to check it',
  api: 'The interface for programs (API)',
  embed: 'Place the scoreboard on your own site, or take a picture of any page',
  pictures: 'As pictures',
  picturesText: 'To print or to share; date, edition and source are drawn in.',
  board: 'The scoreboard',
  shapes: { 'carte.png': 'PNG, 1200 by 630', 'planche.png': 'PNG, whole', 'planche.svg': 'SVG, whole' },
  alt: 'The alternative text, to give with them',
  reading: 'Before you count',
  hints: [
    '`positions` has two kinds of rows: those of movements, where `list` is empty, then those of lists. To count movements keep the first kind only; to count lists, also choose a round (`round`).',
    'On the row of a list, `own` false means that it repeats what its movement says: it is not one position more.',
    '`to_confirm` true: said before a merger, and confirmed by nobody since. The scoreboard shows it and does not count it.',
    '`declared` false: the list signed nothing, the position was coded from a source. Cite it as such.',
    '`stance` is never empty: `silence:…` says which silence. Silence is not a refusal.',
    'Some Excels (French ones among them) misread a CSV with commas when it is double-clicked: take the Excel or OpenDocument file of each table, on the page of the data, or import the CSV (Data, From Text/CSV).',
  ],
  tables: 'Table by table',
  columns: 'The columns',
  codes: 'Codes',
  never: 'Names of columns and codes are stable: some are added, none is renamed. Version of the schema:',
  licence: 'Licence',
  licenceText: 'Licence Ouverte 2.0: reuse freely, citing the source and the date of the last update. For example:',
  cite: (title, edition, when, url) => `Source: Parole tenue, “${title}”, edition ${edition} of ${when}, ${url}`,
  types: { string: 'text', integer: 'number', boolean: 'true or false', date: 'date', datetime: 'date and time (UTC)' },
};

export type DataWords = typeof fr;
export const dataWords: Bilingual<DataWords> = { fr, en };
