import { administrators, type Door, door, everyone, only, reviewers, writers } from '../../support/cast.ts';
import { campaign } from '../../support/world.ts';

/** An entry that is public, with no reason to change it: whoever may is asked for one. */
const published = { sujet: 'cap-ensemble/moins-de-cameras' };
const followUp = { genre: 'suivi', sujet: 'aube-nouvelle/moins-de-cameras/2022-10' };

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
  door('POST', '/bureau/positions/:id/lecture', only(reviewers, 409)),
  door('POST', '/bureau/positions/:id/approbation', only(reviewers, 409)),
  door('POST', '/bureau/positions/:id/annulation', only(reviewers, 409)),
  door('POST', '/bureau/positions/:id/corbeille', only(writers, 409)),
  door('POST', '/bureau/positions/:id/restauration', only(writers, 409)),
  door('GET', '/bureau/campagnes/:slug/lecture', only(writers, 200)),
  door('GET', '/bureau/campagnes/:slug/publications', only(writers, 200)),
  door('POST', '/bureau/campagnes/:slug/publications', only(reviewers, 409)),
  door('GET', '/bureau/campagnes/:slug/publications/entree', only(writers, 200), {
    query: `?sujet=${published.sujet}`,
  }),
  door('POST', '/bureau/campagnes/:slug/retraits', only(writers, 409), { fields: published }),
  door('GET', '/bureau/campagnes/:slug/publications/entree', only(writers, 200), { query: `?${new URLSearchParams(followUp)}` }),
  door('POST', '/bureau/campagnes/:slug/retraits', only(writers, 409), { fields: followUp }),
  door('POST', '/bureau/retraits/:id', only([], 404), { params: { id: '999999' } }),
  door('GET', '/bureau/campagnes/:slug/masquages', only(administrators, 200), { query: `?sujet=${published.sujet}` }),
  door('GET', '/bureau/campagnes/:slug/masquages', only([], 404), { query: '?sujet=personne/rien', params: { slug: campaign } }),
  door('POST', '/bureau/campagnes/:slug/masquages', only(administrators, 409), { fields: published }),
  door('POST', '/bureau/campagnes/:slug/masquages', only(administrators, 409), { fields: followUp }),
  door('GET', '/bureau/campagnes/:slug/journal', only(writers, 200)),
  door('GET', '/bureau/campagnes/:slug/journal.csv', only(writers, 200)),
  door('POST', '/bureau/campagnes/:slug/pieces', only(writers, 422)),
  door('GET', '/bureau/campagnes/:slug/pieces/:sha256', only([], 404), { params: { sha256: 'inconnue' } }),
];
