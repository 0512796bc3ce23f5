import { type Door, door, everyone, only, reviewers, writers } from '../../support/cast.ts';

/** The first page, a campaign's own, and the way of a position. `:id` is one that the author wrote and submitted. */
export const positionDoors: readonly Door[] = [
  door('GET', '/bureau', only(everyone, 200)),
  door('GET', '/bureau/campagnes/:slug', only(writers, 200)),
  door('GET', '/bureau/campagnes/:slug/positions/nouvelle', only(writers, 200)),
  door('GET', '/bureau/campagnes/:slug/positions/nouvelle', only([], 404), { params: { slug: 'nulle-part' } }),
  door('GET', '/bureau/positions/:id', only(writers, 200)),
  door('GET', '/bureau/positions/:id', only([], 404), { params: { id: '999999' } }),
  door('GET', '/bureau/positions/:id', only([], 404), { params: { id: '1e0' } }),
  door('POST', '/bureau/campagnes/:slug/positions', only(writers, 422)),
  door('POST', '/bureau/positions/:id', only(writers, 422)),
  door('POST', '/bureau/positions/:id/reprise', only(writers, 409)),
  door('POST', '/bureau/positions/:id/retour', only(reviewers, 409)),
  door('POST', '/bureau/positions/:id/approbation', only(reviewers, 409)),
];
