import { AxeBuilder } from '@axe-core/playwright';
import type { FastifyInstance } from 'fastify';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';

/** The rules a page is held to: WCAG 2.2 A and AA (which the RGAA follows), and axe's best practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // A table shown as cards on narrow screens loses its roles in browsers unless they are said again.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // Style of writing, not validity.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'no-implicit-button-type': 'off',
  },
});

/** What axe finds on the page as it stands, one line per violation. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

/** What the HTML standard has against a page, one line each. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`));
}

/** How far a page can be scrolled sideways, in pixels. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
}

/** Words that no page ever means to print. */
export function unfinishedWords(html: string): string[] {
  return [...html.replace(/<[^>]*>/g, ' ').matchAll(/\b(?:undefined|null|NaN|\[object \w+\])\b/g)].map(([word]) => word);
}

/** Lets the server answer real browsers, on a port of its own. */
export function listen(app: FastifyInstance): Promise<string> {
  return app.listen({ host: '127.0.0.1', port: 0 });
}
