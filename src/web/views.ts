import { fileURLToPath } from 'node:url';
import fastifyView from '@fastify/view';
import { Eta } from 'eta';
import type { FastifyInstance } from 'fastify';

/**
 * Every page's template and the data it takes. Each presenter adds its own by declaration merging:
 * `declare module '../web/views.ts' { interface Views { 'site/scoreboard': ScoreboardPage } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Views {}

const folder = fileURLToPath(new URL('../../views', import.meta.url));

/** Templates print text: a missing value is a mistake of ours, never the word "undefined" on a page. */
function finished(value: unknown): string {
  if (value === undefined || value === null) throw new TypeError('a template was given nothing to print');
  return String(value);
}

export async function registerViews(app: FastifyInstance, { cache }: { cache: boolean }): Promise<void> {
  const eta = new Eta({ views: folder, cache, autoFilter: true, filterFunction: finished, autoTrim: [false, 'nl'] });
  await app.register(fastifyView, { engine: { eta }, root: folder, viewExt: 'eta', production: cache });
}

/** Renders a template to text. The name decides the type of the data. */
export function render<V extends keyof Views>(app: FastifyInstance, view: V, data: Views[V] & object): Promise<string> {
  return app.view(view, data);
}
