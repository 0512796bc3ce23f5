import type { FastifyInstance } from 'fastify';
import type { Actor } from './world.ts';

/** A form that carries a file, as a browser sends it. `accept` is what the page's own script asks for. */
export async function sendFile(
  app: FastifyInstance,
  who: Actor,
  url: string,
  fields: Record<string, string>,
  file: { name: string; content: Buffer } | null,
  accept = 'text/html',
) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ _jeton: who.token, ...fields })) form.set(name, value);
  if (file) form.set('document', new Blob([new Uint8Array(file.content)]), file.name);
  const request = new Request('http://bureau.invalid/', { method: 'POST', body: form });
  return app.inject({
    method: 'POST',
    url,
    headers: { cookie: who.cookie, accept, 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}
