import { type Door, door, only, reviewers, writers } from '../../support/cast.ts';

const here = '/bureau/campagnes/:slug/suivi';
/** One that the author wrote and submitted; its number is put in by the test. */
const id = { id: ':suivi' };
const gone = { id: '999999' };

/** What becomes of the pledges. */
export const followUpDoors: readonly Door[] = [
  door('GET', here, only(writers, 200)),
  door('GET', here, only([], 404), { params: { slug: 'nulle-part' } }),
  door('GET', `${here}/nouveau`, only(writers, 200)),
  door('GET', `${here}/nouveau`, only([], 404), { query: '?corriger=personne/rien/2020' }),
  door('POST', here, only(writers, 422)),
  door('GET', '/bureau/suivis/:id', only(writers, 200), { params: id }),
  door('GET', '/bureau/suivis/:id', only([], 404), { params: gone }),
  door('GET', '/bureau/suivis/:id', only([], 404), { params: { id: '1e0' } }),
  door('POST', '/bureau/suivis/:id', only(writers, 422), { params: id }),
  door('POST', '/bureau/suivis/:id/reprise', only(writers, 409), { params: id }),
  door('POST', '/bureau/suivis/:id/corbeille', only(writers, 409), { params: id }),
  door('POST', '/bureau/suivis/:id/restauration', only(writers, 409), { params: id }),
  door('POST', '/bureau/suivis/:id/approbation', only(reviewers, 409), { params: id }),
  door('POST', '/bureau/suivis/:id/retour', only(reviewers, 409), { params: id }),
];
