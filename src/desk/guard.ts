import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { canSomewhere, lacksSecondFactor, type Person } from '../accounts/can.ts';
import { type KeptForms, openKeptForms } from '../accounts/kept-forms.service.ts';
import { openSessions } from '../accounts/sessions.service.ts';
import { worthKeeping } from '../accounts/worth-keeping.ts';
import { csrfField, isForeign, isOwnForm } from '../web/csrf.ts';
import { sendErrorPage } from '../web/errors.ts';
import type { Services } from '../web/services.ts';
import { readSession } from '../web/session.ts';
import { discard, receiveForm, receiveWords } from '../web/upload.ts';
import { peopleLinks } from './people/links.ts';
import { withinDesk } from './people/way-back.ts';

/** The field of a form that was kept and is sent again: which one, so that it waits no longer. */
const keptField = '_reprise';

const fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const sentAgain = z.object({ [keptField]: z.string().regex(/^\d{1,12}$/) });

/** Stands before every route of the desk: who is it, may they, is it their own form. What was typed is never lost on the way. */
export function guard(app: FastifyInstance, { config, database, clock }: Services): void {
  const sessions = openSessions(database, clock);
  const forms = openKeptForms(database, clock);
  app.decorateRequest('visitor', null);
  app.decorateRequest('upload', null);

  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex').header('referrer-policy', 'same-origin');
    const session = readSession(config, request);
    request.visitor = session === '' ? null : sessions.findVisitor(session);
  });

  app.addHook('preHandler', async (request, reply) => {
    const { ability } = request.routeOptions.config;
    if (ability === undefined) return sendErrorPage(app, reply, 404);
    const person = request.visitor?.person ?? null;
    const isOpen = ability === 'anyone' || (person !== null && canSomewhere(person, ability));
    await readParts(request, isOpen);
    if (ability !== 'anyone' && !person) return lead(request, reply, signInFor(request, keepWords(forms, request, null)));
    if (request.method === 'POST' && !isOwnForm(config, request)) {
      const isKept = person !== null && keepWords(forms, request, person);
      return isKept ? lead(request, reply, peopleLinks.kept) : sendErrorPage(app, reply, 403);
    }
    if (ability === 'anyone' || isOpen || !person) return;
    if (lacksSecondFactor(person, ability)) return lead(request, reply, `${peopleLinks.secondFactor}?fait=requis`);
    return sendErrorPage(app, reply, 404);
  });

  app.addHook('onResponse', async (request, reply) => {
    await discard(request.upload);
    const again = sentAgain.safeParse(request.body);
    if (request.visitor && again.success && reply.statusCode < 500)
      forms.drop(request.visitor.person.id, Number(again.data[keptField]));
  });
}

/** A form with a file: it is written to disk only for someone who may send one; of the others, the words alone are read. */
async function readParts(request: FastifyRequest, isOpen: boolean): Promise<void> {
  const { uploadBytes } = request.routeOptions.config;
  if (uploadBytes === undefined || !request.isMultipart()) return;
  if (!isOpen) {
    request.body = await receiveWords(request);
    return;
  }
  const form = await receiveForm(request, uploadBytes);
  request.body = form.fields;
  request.upload = form.upload;
}

/** Keeps what was typed, when the form is one that we gave to this person, or to whoever was here before their session ended. */
function keepWords(forms: KeptForms, request: FastifyRequest, person: Person | null): boolean {
  const form =
    request.method === 'POST' && !isForeign(request) && !isAutosave(request) ? fields.safeParse(request.body).data : undefined;
  const token = form?.[csrfField];
  const owner = typeof token === 'string' ? forms.findOwner(token) : null;
  if (!form || owner === null || (person && person.id !== owner)) return false;
  const words = worthKeeping(form, [csrfField, keptField]);
  if (words) forms.keep(owner, request.url, words);
  return words !== null;
}

/** A form that saves itself as it is typed: the browser has kept its words already, and sends them again. */
function isAutosave({ headers }: FastifyRequest): boolean {
  return headers.accept === 'application/json';
}

/** Where to sign in, and what comes next: the words that were kept; the page that was asked for; or the one the form was on. */
function signInFor(request: FastifyRequest, isKept: boolean): string {
  if (isKept) return `/bureau/connexion?fait=gardee&suite=${encodeURIComponent(peopleLinks.kept)}`;
  const from = URL.parse(request.headers.referer ?? '');
  const next = request.method === 'GET' ? request.url : withinDesk(from ? from.pathname + from.search : '');
  return `/bureau/connexion?suite=${encodeURIComponent(next)}`;
}

/** Leads the whole page elsewhere, also when htmx asked for a part of it. */
function lead(request: FastifyRequest, reply: FastifyReply, location: string): FastifyReply {
  if (request.headers['hx-request'] !== 'true') return reply.redirect(location, 303);
  return reply.header('hx-redirect', location).code(200).send('');
}
