import type { FastifyInstance } from 'fastify';

/** What one address answered: headers and body together, as text. */
export type Answers = Map<string, string>;

/** Follows every link, picture, script and style from the given addresses, as a visitor who never signs in; but those of `except`. */
export async function crawl(app: FastifyInstance, from: readonly string[], except = /^$/): Promise<Answers> {
  const answers: Answers = new Map();
  const waiting = [...from];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (answers.has(url) || except.test(url)) continue;
    const response = await app.inject({ url, headers: { 'accept-encoding': 'identity' } });
    answers.set(url, `${response.statusCode} ${JSON.stringify(response.headers)}\n${response.body}`);
    const { location } = response.headers;
    const html = String(response.headers['content-type']).startsWith('text/html') ? response.body : '';
    waiting.push(...linksIn(html, url), ...(typeof location === 'string' ? [location] : []).filter((to) => to.startsWith('/')));
  }
  return answers;
}

function linksIn(html: string, page: string): string[] {
  const origin = 'http://localhost';
  return [...html.matchAll(/(?:href|src|action|hx-get)="([^"]+)"/g)].flatMap(([, link = '']) => {
    const url = URL.parse(link.replaceAll('&amp;', '&'), origin + page);
    return url?.origin === origin ? [url.pathname + url.search] : [];
  });
}
