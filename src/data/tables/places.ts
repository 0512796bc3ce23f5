import { racesOf } from '../../standings/scoreboard.ts';
import { lineageWords, raceKindWords } from './codes.ts';
import * as column from './column.ts';
import { entryOf } from './positions.ts';
import { permalink, stampColumns, stampOf } from './stamp.ts';
import { table } from './table.ts';

/** Who stands, where: ballots, movements, lists, and how lists of the second round come from the first. */

export const races = table({
  name: 'races',
  title: { fr: 'Scrutins', en: 'Ballots' },
  about: { fr: 'Une ligne par scrutin et par tour.', en: 'One row per ballot and round.' },
  key: ['race', 'round'],
  columns: {
    ...stampColumns,
    race: column.text('Le scrutin', 'The ballot'),
    code: column.text('Son code officiel', 'Its official code'),
    kind: column.code(raceKindWords, 'La commune entière, ou un secteur', 'The whole commune, or a sector'),
    sector_number: column.optionalInteger('Le numéro du secteur', 'The sector’s number'),
    name: column.text('Son nom', 'Its name'),
    areas: column.text('Les codes des arrondissements, séparés par un espace', 'Codes of its areas, separated by a space'),
    round: column.integer('Le tour', 'The round'),
    registered: column.optionalInteger('Inscrits', 'Registered voters'),
    voted: column.optionalInteger('Votants', 'Voters'),
    valid: column.optionalInteger('Suffrages exprimés', 'Valid votes'),
  },
  *rows(dossier) {
    for (const race of racesOf(dossier.state)) {
      const { slug, code, kind, sectorNumber, name } = race;
      const areas = race.areas.map((area) => area.code).join(' ');
      for (const { number: round, ...counts } of race.rounds) {
        yield { ...stampOf(dossier), race: slug, code, kind, sector_number: sectorNumber, name, areas, round, ...counts };
      }
    }
  },
});

export const movements = table({
  name: 'movements',
  title: { fr: 'Mouvements', en: 'Movements' },
  about: {
    fr: 'Une ligne par mouvement : ce qui réunit les listes de plusieurs secteurs.',
    en: 'One row per movement: what groups the lists of several sectors.',
  },
  key: ['movement'],
  columns: {
    ...stampColumns,
    movement: column.text('Le mouvement', 'The movement'),
    name: column.text('Son nom', 'Its name'),
    leader: column.optionalText('Qui le mène', 'Who leads it'),
    entry: column.optionalText('L’entrée du registre : édition.rang', 'The entry of the register: edition.rank'),
    entry_hash: column.optionalText('Son empreinte SHA-256', 'Its SHA-256 fingerprint'),
    url: column.address('Sa page, à cette édition', 'Its page, at this edition'),
  },
  *rows(dossier) {
    for (const standing of dossier.state.of('movement').values()) {
      if (!standing.current) continue;
      const { slug, name, leader } = standing.current;
      const url = permalink(dossier, 'mouvements', slug);
      yield { ...stampOf(dossier), movement: slug, name, leader, ...entryOf(standing), url };
    }
  },
});

export const lists = table({
  name: 'lists',
  title: { fr: 'Listes', en: 'Lists' },
  about: {
    fr: 'Une ligne par liste, telle que déposée dans un scrutin pour un tour.',
    en: 'One row per list, as filed in one ballot for one round.',
  },
  key: ['list'],
  references: [{ column: 'movement', table: 'movements', field: 'movement' }],
  columns: {
    ...stampColumns,
    list: column.text('La liste : scrutin, tour, panneau', 'The list: ballot, round, panel'),
    race: column.text('Le scrutin (races.race)', 'The ballot (races.race)'),
    round: column.integer('Le tour', 'The round'),
    panel: column.integer('Le numéro de panneau', 'The panel number'),
    label: column.text('Son libellé', 'Its label'),
    movement: column.text('Son mouvement', 'Its movement'),
    nuance: column.optionalText(
      'La nuance, attribuée par la préfecture et non par la liste',
      'The political label given by the prefecture, not by the list',
    ),
    head: column.optionalText('La tête de liste', 'The head of the list'),
    votes: column.optionalInteger('Voix', 'Votes'),
    seats_council: column.optionalInteger('Sièges au conseil municipal', 'Seats on the city council'),
    seats_sector: column.optionalInteger('Sièges au conseil de secteur', 'Seats on the sector council'),
    seats_intercommunal: column.optionalInteger('Sièges au conseil communautaire', 'Seats on the intercommunal council'),
    entry: column.optionalText('L’entrée du registre : édition.rang', 'The entry of the register: edition.rank'),
    entry_hash: column.optionalText('Son empreinte SHA-256', 'Its SHA-256 fingerprint'),
    url: column.address('Sa page, à cette édition', 'Its page, at this edition'),
  },
  *rows(dossier) {
    for (const standing of dossier.state.of('list').values()) {
      if (!standing.current) continue;
      const { key, seats, race, round, panel, label, movement, nuance, head, votes } = standing.current;
      yield {
        ...stampOf(dossier),
        ...{ list: key, race, round, panel, label, movement, nuance, head, votes },
        seats_council: seats.council,
        seats_sector: seats.sector,
        seats_intercommunal: seats.intercommunal,
        ...entryOf(standing),
        url: permalink(dossier, 'listes', key),
      };
    }
  },
});

export const lineage = table({
  name: 'lineage',
  title: { fr: 'Filiation', en: 'Lineage' },
  about: {
    fr: 'D’où vient chaque liste du second tour. Une fusion n’hérite d’aucun engagement.',
    en: 'Where each list of the second round comes from. A merger inherits no pledge.',
  },
  key: ['child', 'parent'],
  references: [
    { column: 'child', table: 'lists', field: 'list' },
    { column: 'parent', table: 'lists', field: 'list' },
  ],
  columns: {
    ...stampColumns,
    child: column.text('La liste du second tour', 'The list of the second round'),
    parent: column.text('Celle du premier tour', 'That of the first round'),
    kind: column.code(lineageWords, 'Comment', 'How'),
    source: column.text('D’après quoi', 'According to what'),
  },
  *rows(dossier) {
    for (const { child, parent, kind, source } of dossier.state.current('lineage')) {
      yield { ...stampOf(dossier), child, parent, kind, source };
    }
  },
});
