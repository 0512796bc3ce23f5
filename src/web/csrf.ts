import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { newToken, sameSecret } from '../accounts/tokens.ts';
import type { Config } from '../config.ts';
import { cookieName, cookieOptions } from './session.ts';

/** The name of the hidden field that every form of the desk carries. */
export const csrfField = '_jeton';

const carried = z.object({ [csrfField]: z.string().min(20).max(200) });

/**
 * The token of the next form. Someone signed in has that of their session; a stranger (who signs in, or chooses a password) is given
 * one in a cookie, and the form repeats it: another site can neither read nor set it.
 */
export function csrfToken(config: Pick<Config, 'NODE_ENV'>, request: FastifyRequest, reply: FastifyReply): string {
  if (request.visitor) return request.visitor.csrfToken;
  const given = strangersToken(config, request);
  if (given) return given;
  const token = newToken();
  reply.setCookie(cookieName(config, 'formulaire'), token, cookieOptions(config));
  return token;
}

/** Whether a form comes from one of our own pages: its token is right, and the browser does not say that another site sent it. */
export function isOwnForm(config: Pick<Config, 'NODE_ENV'>, request: FastifyRequest): boolean {
  if (isForeign(request)) return false;
  const form = carried.safeParse(request.body);
  const expected = request.visitor?.csrfToken ?? strangersToken(config, request);
  return form.success && expected !== null && sameSecret(form.data[csrfField], expected);
}

/** Whether the browser says that another site sent this. */
export function isForeign({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

function strangersToken(config: Pick<Config, 'NODE_ENV'>, request: FastifyRequest): string | null {
  const token = request.cookies[cookieName(config, 'formulaire')] ?? '';
  return token.length >= 20 ? token : null;
}
