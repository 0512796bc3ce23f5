import { administrators, type Door, door, everyone, installation, only, toAll, writers } from '../../support/cast.ts';

const team = '/bureau/campagnes/:slug/equipe';
const signedIn = { nobody: 200, closed: 200 };

/** Signing in, and each one's own account. Nothing here belongs to a campaign. */
export const peopleDoors: readonly Door[] = [
  door('GET', '/bureau/connexion', toAll(303, signedIn)),
  door('POST', '/bureau/connexion', toAll(422, { nobody: 403, closed: 403 }), { alone: true }),
  door('POST', '/bureau/deconnexion', only(everyone, 303), { alone: true }),
  door('GET', '/bureau/connexion/verification', toAll(303)),
  door('POST', '/bureau/connexion/verification', toAll(303, { nobody: 403, closed: 403 })),
  door('GET', '/bureau/premier-acces/:link', toAll(404), { params: { link: 'nimporte-quoi' } }),
  door('POST', '/bureau/premier-acces/:link', toAll(404, { nobody: 403, closed: 403 }), { params: { link: 'nimporte-quoi' } }),
  door('GET', '/bureau/compte', only(everyone, 200)),
  door('POST', '/bureau/compte/nom', only(everyone, 422)),
  door('POST', '/bureau/compte/mot-de-passe', only(everyone, 422)),
  door('POST', '/bureau/compte/connexions/fin', only(everyone, 303)),
  door('POST', '/bureau/compte/connexions/:session/fin', only([], 404), { params: { session: '0123456789abcdef' } }),
  door(
    'POST',
    '/bureau/compte/fermeture',
    only(everyone, 303, { elsewhere: 422, campaignAdministrator: 422, administrator: 422 }),
    { alone: true },
  ),
  door('GET', '/bureau/compte/confirmation', only(everyone, 200)),
  door('POST', '/bureau/compte/confirmation', only(everyone, 422), { alone: true }),
  door('GET', '/bureau/compte/second-facteur', only(everyone, 200)),
  door('POST', '/bureau/compte/application', only(everyone, 303)),
  door('GET', '/bureau/compte/application', only(everyone, 200)),
  door('POST', '/bureau/compte/application/confirmation', only(everyone, 422)),
  door('POST', '/bureau/compte/application/:id/retrait', only([], 404), { params: { id: '999' } }),
  door('POST', '/bureau/compte/cle', only(everyone, 422)),
  door('POST', '/bureau/compte/cle/:id/retrait', only([], 404), { params: { id: '999' } }),
  door('GET', '/bureau/compte/codes', only(everyone, 410)),
  door('GET', '/bureau/compte/application/confirmation', only(everyone, 410)),
  door('GET', '/bureau/compte/cle', only(everyone, 410)),
  door('POST', '/bureau/compte/codes', only(everyone, 200, { editor: 404, outsider: 404 }), { alone: true }),

  door('GET', `${team}`, only(writers, 200)),
  door('GET', `${team}/invitations`, only(administrators, 410)),
  door('POST', `${team}/invitations`, only(administrators, 422)),
  door('POST', `${team}/invitations/:id/revocation`, only([], 404), { params: { id: '999999' } }),
  door('POST', `${team}/:person/role`, only([], 404), { params: { person: '999999' }, fields: { role: 'editor' } }),
  door('POST', `${team}/:person/retrait`, only([], 404), { params: { person: '999999' } }),
  door('GET', '/bureau/invitations/:link', toAll(404), { params: { link: 'nimporte-quoi' } }),
  door('POST', '/bureau/invitations/:link', toAll(404, { nobody: 403, closed: 403 }), { params: { link: 'nimporte-quoi' } }),

  door('GET', '/bureau/personnes', only(installation, 200)),
  door('GET', '/bureau/personnes/:id', only(installation, 200), { params: { id: '1' } }),
  door('GET', '/bureau/personnes/:id', only([], 404), { params: { id: '999999' } }),
  door('GET', '/bureau/personnes/:id/lien', only(installation, 410), { params: { id: '2' } }),
  door('GET', '/bureau/personnes/:id/lien', only([], 404), { params: { id: '999999' } }),
  door('POST', '/bureau/personnes/:id/lien', only(installation, 200), { params: { id: '2' } }),
  door('POST', '/bureau/personnes/:id/second-facteur', only(installation, 303), { params: { id: '4' }, alone: true }),
  door('POST', '/bureau/personnes/:id/fermeture', only(installation, 303), { params: { id: '2' }, alone: true }),
  door('POST', '/bureau/personnes/:id/reouverture', only([], 404), { params: { id: '2' } }),

  door('GET', '/bureau/reprise', only(everyone, 200)),
  door('POST', '/bureau/reprise/:id/abandon', only([], 404), { params: { id: '999999' } }),
];
