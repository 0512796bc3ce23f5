import { z } from 'zod';
import type { DemandRow } from '../campaigns/campaigns.repository.ts';
import type { DemandWords } from '../campaigns/drafting.service.ts';
import { typedLine, typedText } from './form-page.ts';

const typedDemand = z.object({
  titre: typedLine,
  'titre-court': typedLine,
  explication: typedText,
  oui: typedText,
  'en-partie': typedText,
  non: typedText,
});
export type TypedDemand = z.infer<typeof typedDemand>;

export function readDemand(body: unknown): TypedDemand {
  return typedDemand.parse(body ?? {});
}

export function typedFromDemand(demand: DemandRow | null): TypedDemand {
  return {
    titre: demand?.title ?? '',
    'titre-court': demand?.shortTitle ?? '',
    explication: demand?.explanation ?? '',
    oui: demand?.ruleCommits ?? '',
    'en-partie': demand?.ruleCommitsInPart ?? '',
    non: demand?.ruleRefuses ?? '',
  };
}

/** The longest short title that still stands at the head of a column on a phone. */
const longestShortTitle = 60;

/** The demand to keep. Rules may still be missing: only publishing asks for them. */
export function checkDemand(typed: TypedDemand): { words: DemandWords } | { problems: Map<string, string> } {
  const problems = new Map<string, string>();
  if (typed.titre === '') problems.set('titre', 'Dites ce qui est demandé.');
  if (typed['titre-court'].length > longestShortTitle)
    problems.set('titre-court', `Un titre court tient en ${longestShortTitle} caractères : il est en tête d’une colonne.`);
  if (problems.size > 0) return { problems };
  const { titre: title, explication: explanation, oui: ruleCommits, non: ruleRefuses } = typed;
  const shortTitle = typed['titre-court'] || (title.length <= longestShortTitle ? title : '');
  return { words: { title, shortTitle, explanation, ruleCommits, ruleCommitsInPart: typed['en-partie'], ruleRefuses } };
}
