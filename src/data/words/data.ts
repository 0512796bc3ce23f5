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
  embed: 'Placer le tableau sur votre site',
  pictures: 'En image',
  picturesText: 'Pour imprimer ou partager\u202f; la date, l’édition et la source y sont inscrites.',
  board: 'Le tableau',
  shapes: { carte: '1200 × 630', planche: 'en entier' },
  alt: 'Le texte de remplacement, à donner avec elles',
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
  embed: 'Place the scoreboard on your own site',
  pictures: 'As pictures',
  picturesText: 'To print or to share; date, edition and source are drawn in.',
  board: 'The scoreboard',
  shapes: { carte: '1200 by 630', planche: 'in full' },
  alt: 'The alternative text, to give with them',
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
