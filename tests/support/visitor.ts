import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

/** Someone with a browser of their own: keeps its cookies, and sends a form as the last page drew it. */
export interface Visitor {
  cookies: Map<string, string>;
  get(url: string): Promise<LightMyRequestResponse>;
  /** Sends a form of the page that was read last, with its token. */
  send(url: string, fields?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Reads where an answer leads. */
  follow(answer: LightMyRequestResponse): Promise<LightMyRequestResponse>;
}

export function openVisitor(app: FastifyInstance, remoteAddress = '192.0.2.1'): Visitor {
  const cookies = new Map<string, string>();
  let page = '';

  async function ask(method: 'GET' | 'POST', url: string, payload?: string): Promise<LightMyRequestResponse> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie && { cookie }), 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0' };
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await app.inject({
      method,
      url,
      remoteAddress,
      headers: payload ? { ...headers, ...type } : headers,
      payload,
    });
    for (const { name, value } of answer.cookies) value === '' ? cookies.delete(name) : cookies.set(name, value);
    if (answer.body !== '') page = answer.body;
    return answer;
  }

  return {
    cookies,
    get: (url) => ask('GET', url),
    send(url, fields = {}) {
      const token = /name="_jeton" value="([^"]*)"/.exec(page)?.[1] ?? '';
      return ask('POST', url, new URLSearchParams({ _jeton: token, ...fields }).toString());
    },
    follow: (answer) => ask('GET', String(answer.headers.location)),
  };
}
