import type { PublishedSource } from '../../ledger/payloads.ts';
import { sourceOwnerWords, stanceWords, verdictWords, versionWords } from './codes.ts';
import * as column from './column.ts';
import { entryOf } from './positions.ts';
import { stampColumns, stampOf, toTheSecond } from './stamp.ts';
import { type Dossier, table } from './table.ts';

/** Where it was said, what was answered to it, what became of it, and every version that there ever was. */

export const sources = table({
  name: 'sources',
  title: { fr: 'Sources', en: 'Sources' },
  about: {
    fr: 'Une ligne par source d’une position ou d’un suivi.',
    en: 'One row per source of a position or of an assessment.',
  },
  key: ['about', 'subject', 'rank'],
  columns: {
    ...stampColumns,
    about: column.code(sourceOwnerWords, 'Ce qu’elle prouve', 'What it proves'),
    subject: column.text('La position ou le suivi', 'The position or assessment'),
    rank: column.integer('Son rang', 'Its rank'),
    url: column.optionalAddress('Son adresse', 'Its address'),
    title: column.text('Son titre', 'Its title'),
    publisher: column.text('Son éditeur', 'Its publisher'),
    published_on: column.optionalPartialDate('Sa date', 'Its date'),
  },
  *rows(dossier) {
    for (const { subject, current } of dossier.state.of('position').values()) {
      yield* sourceRows(dossier, 'position', subject, current?.sources ?? []);
    }
    for (const { subject, current } of dossier.state.of('assessment').values()) {
      yield* sourceRows(dossier, 'assessment', subject, current?.sources ?? []);
    }
  },
});

function sourceRows<O extends 'position' | 'assessment'>(dossier: Dossier, about: O, subject: string, all: PublishedSource[]) {
  return all.map(({ url, title, publisher, publishedOn }, index) => ({
    ...stampOf(dossier),
    ...{ about, subject, rank: index + 1, url, title, publisher, published_on: publishedOn },
  }));
}

export const replies = table({
  name: 'replies',
  title: { fr: 'Droits de réponse', en: 'Replies' },
  about: { fr: 'Une ligne par réponse publiée à côté d’une entrée.', en: 'One row per reply published beside an entry.' },
  key: ['reply'],
  references: [{ column: 'movement', table: 'movements', field: 'movement' }],
  columns: {
    ...stampColumns,
    reply: column.text('La réponse', 'The reply'),
    movement: column.text('Le mouvement', 'The movement'),
    position: column.optionalText('La position à laquelle elle répond', 'The position it answers'),
    assessment: column.optionalText('Ou le suivi auquel elle répond', 'Or the assessment it answers'),
    received_at: column.instant('Reçue le (UTC)', 'Received on (UTC)'),
    author: column.text('De qui', 'From whom'),
    text: column.text('Le texte, tel que reçu', 'The text, as received'),
  },
  *rows(dossier) {
    for (const { subject, current } of dossier.state.of('reply').values()) {
      if (!current) continue;
      const { movement, position, assessment = null, receivedAt, author, text } = current;
      const about = { movement, position, assessment };
      yield { ...stampOf(dossier), reply: subject, ...about, received_at: toTheSecond(receivedAt), author, text };
    }
  },
});

export const assessments = table({
  name: 'assessments',
  title: { fr: 'Suivi', en: 'Assessments' },
  about: {
    fr: 'Après le vote : ce que sont devenus les engagements. Un jugement est attribué.',
    en: 'After the vote: what became of the pledges. A judgement is attributed.',
  },
  key: ['assessment'],
  references: [{ column: 'movement', table: 'movements', field: 'movement' }],
  columns: {
    ...stampColumns,
    assessment: column.text('Le suivi', 'The assessment'),
    movement: column.text('Le mouvement élu', 'The elected movement'),
    demand: column.text('La demande', 'The demand'),
    verdict: column.code(verdictWords, 'Le constat', 'The verdict'),
    fact: column.text('Le fait', 'The fact'),
    happened_on: column.optionalPartialDate('Quand', 'When'),
    according_to: column.optionalText('Selon qui', 'According to whom'),
    entry: column.optionalText('L’entrée du registre : édition.rang', 'The entry of the register: edition.rank'),
    entry_hash: column.optionalText('Son empreinte SHA-256', 'Its SHA-256 fingerprint'),
  },
  *rows(dossier) {
    for (const standing of dossier.state.of('assessment').values()) {
      if (!standing.current) continue;
      const { movement, demand, verdict, fact, happenedOn, accordingTo } = standing.current;
      yield {
        ...stampOf(dossier),
        ...{ assessment: standing.subject, movement, demand, verdict, fact, happened_on: happenedOn, according_to: accordingTo },
        ...entryOf(standing),
      };
    }
  },
});

export const versions = table({
  name: 'versions',
  title: { fr: 'Versions des positions', en: 'Versions of positions' },
  about: {
    fr: 'Une ligne par version publiée d’une position, corrections comprises : rien n’est réécrit.',
    en: 'One row per published version of a position, corrections included: nothing is rewritten.',
  },
  key: ['entry'],
  columns: {
    ...stampColumns,
    entry: column.text('L’entrée du registre : édition.rang', 'The entry of the register: edition.rank'),
    position: column.text('La position', 'The position'),
    published_in: column.integer('L’édition qui l’a publiée', 'The edition that published it'),
    published_at: column.instant('Quand (UTC)', 'When (UTC)'),
    state: column.code(versionWords, 'Publiée ; ou masquée par la loi depuis', 'Published; or redacted by law since'),
    stance: column.optionalCode(stanceWords, 'Ce qui était dit', 'What was said'),
    summary: column.optionalText('En mots', 'In words'),
    corrects: column.optionalText('L’entrée qu’elle corrige', 'The entry it corrects'),
    reason: column.optionalText('Pourquoi', 'Why'),
    hash: column.text('Son empreinte SHA-256', 'Its SHA-256 fingerprint'),
  },
  *rows(dossier) {
    for (const { subject, versions: all } of dossier.state.of('position').values()) {
      for (const { address, edition, publishedAt, redaction, payload, corrects, reason, payloadHash } of all) {
        yield {
          ...stampOf(dossier),
          ...{ entry: address, position: subject, published_in: edition, published_at: toTheSecond(publishedAt) },
          ...{ state: redaction ? ('redacted' as const) : ('published' as const), stance: payload?.stance ?? null },
          ...{ summary: payload?.summary ?? null, corrects, reason: redaction?.reason ?? reason, hash: payloadHash },
        };
      }
    }
  },
});

export const editions = table({
  name: 'editions',
  title: { fr: 'Éditions', en: 'Editions' },
  about: {
    fr: 'Une ligne par publication : son heure, sa note, son empreinte.',
    en: 'One row per publication: its time, its note, its fingerprint.',
  },
  key: ['number'],
  columns: {
    ...stampColumns,
    number: column.integer('Le numéro', 'The number'),
    published_at: column.instant('Quand (UTC)', 'When (UTC)'),
    note: column.text('La note', 'The note'),
    previous_hash: column.text('L’empreinte de l’édition d’avant', 'The fingerprint of the edition before'),
    hash: column.text('Son empreinte SHA-256', 'Its SHA-256 fingerprint'),
  },
  *rows(dossier) {
    for (const { number, publishedAt, note, previousHash, hash } of dossier.state.editions) {
      yield { ...stampOf(dossier), number, published_at: toTheSecond(publishedAt), note, previous_hash: previousHash, hash };
    }
  },
});
