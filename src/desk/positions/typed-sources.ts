import type { PublishedSource } from '../../ledger/payloads.ts';
import type { DraftSource } from '../../positions/draft.ts';
import { sourceCount, type TypedSource } from './source-form.ts';

/** `2020-03-12` → `12/03/2020`, as people write it and the form reads it; `2020-03` → `03/2020`. */
export function typedDate(date: string): string {
  return date.split('-').reverse().join('/');
}

/** The sources of a draft as its form shows them, with room for those that are not there yet. */
export function typedSources(sources: readonly DraftSource[]): TypedSource[] {
  return Array.from({ length: sourceCount }, (_, index) => typedSource(sources[index]));
}

/** What readers see now, as the form shows it: a document that is public stays so. */
export function typedFromPublishedSources(sources: readonly PublishedSource[]): TypedSource[] {
  return typedSources(
    sources.map(({ url, publishedOn, evidence, ...words }) => ({
      ...words,
      url: url ?? '',
      publishedOn: publishedOn ?? '',
      evidence: evidence ? { ...evidence, isPublic: true } : null,
    })),
  );
}

function typedSource(source: DraftSource | undefined): TypedSource {
  const { url = '', title = '', publisher = '', publishedOn = '', evidence } = source ?? {};
  return {
    url,
    title,
    publisher,
    publishedOn: typedDate(publishedOn),
    piece: evidence?.sha256 ?? '',
    isPublic: evidence?.isPublic ?? false,
  };
}
