import { changesAbout, placeOf } from '../../standings/changes/place.ts';
import type { Span } from '../../standings/changes/span.ts';
import { fieldChanges } from '../../standings/changes/tell.ts';
import { type Change, difference } from '../../standings/difference.ts';
import type { PublicState } from '../../standings/fold.ts';
import * as column from './column.ts';
import type { Dossier, Table } from './table.ts';
import { table } from './table.ts';

const whatWords = {
  fr: { added: 'Ajout', changed: 'Modification', withdrawn: 'Retrait', redacted: 'Masquage' },
  en: { added: 'Added', changed: 'Changed', withdrawn: 'Withdrawn', redacted: 'Redacted' },
};

const columns = {
  campaign: column.text('La campagne', 'The campaign'),
  edition: column.integer('L’édition qui a fait ce changement', 'The edition that made this change'),
  edition_hash: column.text('L’empreinte SHA-256 de cette édition', 'The SHA-256 fingerprint of that edition'),
  published_at: column.instant('Quand (UTC)', 'When (UTC)'),
  what: column.code(whatWords, 'Ce qui s’est passé', 'What happened'),
  kind: column.text('Le genre d’entrée : position, liste, lettre…', 'The kind of entry: position, list, letter…'),
  subject: column.text('Ce dont il s’agit, par son nom dans le registre', 'What it is about, by its name in the register'),
  field: column.optionalText(
    'Le champ ; vide quand il n’y a rien à comparer',
    'The field; empty when there is nothing to compare',
  ),
  before: column.optionalText('Ce qui se lisait avant, en mots', 'What could be read before, in words'),
  after: column.optionalText('Ce qui se lit après, en mots', 'What can be read after, in words'),
  reason: column.optionalText('Pourquoi', 'Why'),
  page: column.address('La page, telle que cette édition l’a laissée', 'The page, as that edition left it'),
};

/** Every difference between two states, one row a field. `before` is null when the span starts before the first edition. */
export function changesTable(before: PublicState | null, span: Span): Table {
  return table({
    name: 'changes',
    title: { fr: 'Changements', en: 'Changes' },
    about: {
      fr: 'Ce qui a changé entre deux éditions, champ par champ.',
      en: 'What changed between two editions, field by field.',
    },
    key: ['edition', 'kind', 'subject', 'field'],
    columns,
    *rows(dossier) {
      const changes = changesAbout(dossier.state, difference(before, dossier.state), span.about);
      for (const change of changes) yield* rowsOf(dossier, change);
    },
  });
}

function* rowsOf({ state, publicUrl }: Dossier, change: Change) {
  const { slug } = state.campaign;
  const edition = state.editions[change.edition - 1] ?? state.edition;
  const start = {
    campaign: slug,
    edition: edition.number,
    edition_hash: edition.hash,
    published_at: edition.publishedAt,
    what: change.what,
    kind: change.kind,
    subject: change.subject,
  };
  const page = `${publicUrl}/${slug}/editions/${edition.number}${placeOf(state, change).path}`;
  const end = { reason: change.reason, page };
  const fields = fieldChanges(state, 'fr', change);
  if (fields.length === 0) yield { ...start, field: null, before: null, after: null, ...end };
  for (const { name, before, after } of fields) {
    yield { ...start, field: name, before: before || null, after: after || null, ...end };
  }
}
