import { z } from 'zod';
import { newToken } from '../accounts/tokens.ts';
import type { Language } from '../lib/language.ts';
import { type AnswerItem, type AnswerStance, answerStances, longestWords } from '../outreach/link-answer.ts';
import { answerFormWords } from './words/answer.ts';

const line = z.string().trim().max(300).catch('');
/** Kept whole even when it is too long, so that a refusal loses nothing; only the line ends are made one kind. */
const words = z
  .string()
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .catch('');

export interface TypedItem {
  stance: AnswerStance | null;
  quote: string;
  condition: string;
}

/** The form as it was typed, demand by demand (by their slugs). */
export interface TypedAnswer {
  items: ReadonlyMap<string, TypedItem>;
  name: string;
  role: string;
  email: string;
}

interface Demand {
  id: number;
  slug: string;
  number: number;
}

const signed = z.object({ nom: line, qualite: line, courriel: line });

export function readTyped(body: unknown, demands: readonly Demand[]): TypedAnswer {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(body);
  const items = demands.map(({ slug }) => {
    const stance = z.enum(answerStances).nullable().catch(null).parse(given[`position-${slug}`]);
    const typed = { stance, quote: words.parse(given[`mots-${slug}`]), condition: words.parse(given[`condition-${slug}`]) };
    return [slug, typed] as const;
  });
  const { nom: name, qualite: role, courriel: email } = signed.parse(given);
  return { items: new Map(items), name, role, email };
}

export function readKey(body: unknown): string {
  const { cle } = z.object({ cle: z.string().min(16).max(100).catch(newToken) }).parse(body ?? {});
  return cle;
}

/** What is missing, by field, in words for someone who never saw the site. */
export function problemsOf(typed: TypedAnswer, demands: readonly Demand[], language: Language): Map<string, string> {
  const { problems: say } = answerFormWords[language];
  const problems = new Map<string, string>();
  for (const { slug, number } of demands) {
    const { stance, quote, condition } = typed.items.get(slug) ?? empty;
    if (stance && quote === '') problems.set(`mots-${slug}`, say.quote(number));
    if (!stance && quote !== '') problems.set(`position-${slug}`, say.stance(number));
    if (stance === 'commits_in_part' && condition === '') {
      problems.set(`condition-${slug}`, say.condition(number));
    }
    const tooLong = say.tooLong(number, longestWords);
    if (quote.length > longestWords) problems.set(`mots-${slug}`, tooLong);
    if (condition.length > longestWords) problems.set(`condition-${slug}`, tooLong);
  }
  const isEmpty = [...typed.items.values()].every(({ stance, quote }) => !stance && quote === '');
  const first = demands[0];
  if (isEmpty && first) problems.set(`position-${first.slug}`, say.empty);
  if (typed.name === '') problems.set('nom', say.name);
  if (typed.role === '') problems.set('qualite', say.role);
  if (typed.email !== '' && !z.email().safeParse(typed.email).success) {
    problems.set('courriel', say.email);
  }
  return problems;
}

const empty: TypedItem = { stance: null, quote: '', condition: '' };

/** What is answered: a demand that was left empty says nothing. */
export function itemsOf(typed: TypedAnswer, demands: readonly Demand[]): AnswerItem[] {
  return demands.flatMap(({ id, slug }) => {
    const { stance, quote, condition } = typed.items.get(slug) ?? empty;
    if (!stance || quote === '') return [];
    return [{ demandId: id, stance, quote, condition: stance === 'commits_in_part' ? condition : '' }];
  });
}

/** What the list had sent before, as its form shows it. */
export function typedFrom(items: readonly AnswerItem[], demands: readonly Demand[], speaker: string): TypedAnswer {
  const [name = '', ...role] = speaker.split(', ');
  const typed = demands.map(({ id, slug }) => {
    const item = items.find(({ demandId }) => demandId === id);
    return [slug, item ? { stance: item.stance, quote: item.quote, condition: item.condition } : empty] as const;
  });
  return { items: new Map(typed), name, role: role.join(', '), email: '' };
}

export function speakerOf({ name, role }: Pick<TypedAnswer, 'name' | 'role'>): string {
  return `${name}, ${role}`;
}
