import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import type { Services } from './services.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const always = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** For what others place on their own pages: the same policy, but for who may frame it. */
export const framedAnywhere = {
  'content-security-policy': contentSecurityPolicy.replace("frame-ancestors 'none'", 'frame-ancestors *'),
  'cross-origin-resource-policy': 'cross-origin',
} as const;

/** HTTPS is only promised where it is there: behind the production address. */
const inProduction = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } as const;

/** The security headers of every answer, as one prepared object: the page cache writes the same ones without passing by Fastify. */
export function securityHeaders(config: Pick<Config, 'NODE_ENV'>): Readonly<Record<string, string>> {
  return config.NODE_ENV === 'production' ? { ...always, ...inProduction } : always;
}

export function registerSecurity(app: FastifyInstance, { config }: Services): void {
  const headers = Object.entries(securityHeaders(config));
  app.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of headers) if (!reply.hasHeader(name)) reply.header(name, value);
    done(null, payload);
  });
}
