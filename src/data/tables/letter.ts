import { demandsOf } from '../../standings/scoreboard.ts';
import { channelWords, contactWords } from './codes.ts';
import * as column from './column.ts';
import { permalink, stampColumns, stampOf } from './stamp.ts';
import { table } from './table.ts';

/** What is asked, by whom, and when each movement was asked. */

export const demands = table({
  name: 'demands',
  title: { fr: 'Demandes', en: 'Demands' },
  about: {
    fr: 'Une ligne par demande de la lettre, avec sa règle de codage.',
    en: 'One row per demand of the letter, with its coding rule.',
  },
  key: ['demand'],
  columns: {
    ...stampColumns,
    demand: column.text('La demande', 'The demand'),
    number: column.integer('Son rang dans la lettre', 'Its rank in the letter'),
    title: column.text('La demande, en entier', 'The demand in full'),
    short_title: column.text('La demande, en bref', 'The demand in short'),
    explanation: column.text('Ce qu’elle veut dire', 'What it means'),
    rule_commits: column.text('Ce qui compte comme un engagement', 'What counts as a commitment'),
    rule_commits_in_part: column.text('Ce qui compte comme un engagement en partie', 'What counts as one in part'),
    rule_refuses: column.text('Ce qui compte comme un refus', 'What counts as a refusal'),
    url: column.address('Sa page, à cette édition', 'Its page, at this edition'),
  },
  *rows(dossier) {
    for (const { slug, number, title, shortTitle, explanation, rules } of demandsOf(dossier.state)) {
      yield {
        ...stampOf(dossier),
        ...{ demand: slug, number, title, short_title: shortTitle, explanation },
        rule_commits: rules.commits,
        rule_commits_in_part: rules.commits_in_part,
        rule_refuses: rules.refuses,
        url: permalink(dossier, 'demandes', slug),
      };
    }
  },
});

export const signatories = table({
  name: 'signatories',
  title: { fr: 'Signataires', en: 'Signatories' },
  about: { fr: 'Une ligne par organisation qui signe la lettre.', en: 'One row per organisation that signs the letter.' },
  key: ['signatory'],
  columns: {
    ...stampColumns,
    signatory: column.text('L’organisation', 'The organisation'),
    rank: column.integer('Son rang sous la lettre', 'Its rank under the letter'),
    name: column.text('Son nom', 'Its name'),
  },
  *rows(dossier) {
    for (const { slug, rank, name } of dossier.state.current('signatory').toSorted((a, b) => a.rank - b.rank)) {
      yield { ...stampOf(dossier), signatory: slug, rank, name };
    }
  },
});

export const contacts = table({
  name: 'contacts',
  title: { fr: 'Sollicitations', en: 'Contacts' },
  about: {
    fr: 'Une ligne par fois où un mouvement a été sollicité ; une seule, sans date, s’il ne l’a pas été.',
    en: 'One row per time a movement was asked; a single one, without a date, when it was not.',
  },
  key: ['movement', 'rank'],
  references: [{ column: 'movement', table: 'movements', field: 'movement' }],
  columns: {
    ...stampColumns,
    movement: column.text('Le mouvement', 'The movement'),
    rank: column.integer('Le rang de la sollicitation ; 0 quand il n’y en a pas eu', 'Which time; 0 when there was none'),
    asked_on: column.optionalDay('Le jour', 'The day'),
    channel: column.optionalCode(channelWords, 'Par quel moyen', 'By what means'),
    status: column.code(contactWords, 'Ce qu’il en est à cette édition', 'How things stand at this edition'),
  },
  *rows(dossier) {
    const none = { rank: 0, asked_on: null, channel: null };
    for (const { slug } of dossier.state.current('movement')) {
      const contact = dossier.state.of('contact').get(slug)?.current;
      const status = contact?.status ?? 'not_asked';
      const asked = contact?.asked.map(({ on, channel }, index) => ({ rank: index + 1, asked_on: on, channel })) ?? [];
      for (const one of asked.length > 0 ? asked : [none]) yield { ...stampOf(dossier), movement: slug, ...one, status };
    }
  },
});
