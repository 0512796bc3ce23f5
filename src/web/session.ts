import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenSession, Visitor } from '../accounts/sessions.service.ts';
import type { Config } from '../config.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is at the desk; null for a stranger, and everywhere outside the desk. */
    visitor: Visitor | null;
  }
}

/** The `__Host-` prefix ties the cookie to this very host over HTTPS (RFC 6265bis §4.1.3.2); plain HTTP, at home, cannot have it. */
export function cookieName(config: Pick<Config, 'NODE_ENV'>, name: string): string {
  return config.NODE_ENV === 'production' ? `__Host-${name}` : name;
}

export function cookieOptions(config: Pick<Config, 'NODE_ENV'>) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: config.NODE_ENV === 'production' } as const;
}

export function readSession(config: Pick<Config, 'NODE_ENV'>, request: FastifyRequest): string {
  return request.cookies[cookieName(config, 'bureau')] ?? '';
}

export function giveSession(config: Pick<Config, 'NODE_ENV'>, reply: FastifyReply, { id, expiresAt }: OpenSession): void {
  reply.setCookie(cookieName(config, 'bureau'), id, { ...cookieOptions(config), expires: expiresAt });
}

export function forgetSession(config: Pick<Config, 'NODE_ENV'>, reply: FastifyReply): void {
  reply.clearCookie(cookieName(config, 'bureau'), cookieOptions(config));
}
