import type { FastifyInstance, FastifyReply } from 'fastify';
import { renamed } from '../standings/former-names.ts';
import { type Gone, goneFrom } from '../standings/gone.ts';
import { isPublished, type PageSubject, pathOfSubject, subjectOf } from '../standings/page-subject.ts';
import type { Standings } from '../standings/standings.service.ts';
import { sendErrorPage } from './errors.ts';
import { type GonePage, presentGone } from './gone.presenter.ts';
import type { Services } from './services.ts';
import type { View } from './view.ts';
import { render } from './views.ts';

declare module './views.ts' {
  interface Views {
    'errors/gone': GonePage;
  }
}

const minute = 'public, max-age=60';

/** What the page of a view is about, when the state has it no more. */
type Absence = { movedTo: PageSubject } | { gone: Gone };

/** Null when it never was there. */
export function absenceOf({ state, path }: Pick<View, 'state' | 'path'>): Absence | null {
  const about = subjectOf(path);
  if (!about) return null;
  const movedTo = renamed(state, about);
  if (movedTo) return { movedTo };
  const gone = goneFrom(state, about);
  return gone && { gone };
}

/**
 * Answers for what is made of a page that the state does not have: where it is under its new name (301), what was withdrawn and why
 * (410), or that it never was (404). `addressOf` gives the address of the same thing made of another page.
 */
export async function sendAbsent(
  app: FastifyInstance,
  reply: FastifyReply,
  { standings }: Pick<Services, 'standings'>,
  view: View,
  addressOf: (path: string) => string,
): Promise<FastifyReply> {
  const absence = absenceOf(view);
  if (!absence) return sendErrorPage(app, reply, 404);
  reply.header('cache-control', minute);
  if ('movedTo' in absence) return reply.redirect(addressOf(pathOfSubject(absence.movedTo)), 301);
  const html = await render(app, 'errors/gone', presentGone(view, absence.gone, lastSeen(standings, view, absence.gone)));
  return reply.code(410).type('text/html; charset=utf-8').send(html);
}

/** The last edition that had the page; null when none shows it any more. */
function lastSeen(standings: Standings, { state, path }: View, { gap }: Gone): number | null {
  const about = subjectOf(path);
  const before = standings.find(state.campaign.slug, gap.edition - 1);
  return about && before && isPublished(before, about) ? before.edition.number : null;
}
