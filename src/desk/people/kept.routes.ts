import { openKeptForms } from '../../accounts/kept-forms.service.ts';
import type { Services } from '../../web/services.ts';
import type { openDeskRoutes } from '../desk-routes.ts';
import { presentKept } from './kept.presenter.ts';
import { peopleLinks } from './links.ts';

/** What was typed and sent after a session had ended, for the very person who typed it. */
export function registerKept(desk: Awaited<ReturnType<typeof openDeskRoutes>>, { database, clock }: Services): void {
  const forms = openKeptForms(database, clock);

  desk.person('GET', '/bureau/reprise', 'desk:enter', ({ person, token, query, show }) =>
    show('desk/people/kept', presentKept({ person, token, done: query.fait }, forms.list(person.id))),
  );

  desk.person('POST', '/bureau/reprise/:id/abandon', 'desk:enter', ({ person, params, go, notFound }) => {
    const id = /^\d{1,12}$/.test(params.id ?? '') ? Number(params.id) : 0;
    return forms.drop(person.id, id) ? go(`${peopleLinks.kept}?fait=jetee`) : notFound();
  });
}
