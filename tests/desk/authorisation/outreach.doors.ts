import { type Door, door, only, reviewers, writers } from '../../support/cast.ts';

const here = '/bureau/campagnes/:slug/sollicitations';
const movement = { movement: 'cap-ensemble', id: '999999' };

const rights = '/bureau/campagnes/:slug/droits-de-reponse';

/** Asking the lists, and what they answer. */
export const outreachDoors: readonly Door[] = [
  door('GET', here, only(writers, 200)),
  door('POST', `${here}/publication`, only(reviewers, 303)),
  door('GET', `${here}/lettre`, only(writers, 200)),
  door('POST', `${here}/lettre`, only(writers, 422)),
  door('POST', `${here}/reglages`, only(writers, 422)),
  door('GET', `${here}/envoi`, only(writers, 200)),
  door('POST', `${here}/envoi`, only(writers, 409)),
  door('POST', `${here}/impression`, only(writers, 422)),
  door('POST', `${here}/postees`, only(writers, 422)),
  door('GET', `${here}/mouvements/:movement`, only(writers, 200), { params: movement }),
  door('GET', `${here}/mouvements/:movement`, only([], 404), { params: { movement: 'personne' } }),
  door('POST', `${here}/mouvements/:movement/contacts`, only(writers, 422), { params: movement }),
  door('POST', `${here}/mouvements/:movement/contacts/:id/issue`, only(writers, 303), { params: movement }),
  door('POST', `${here}/mouvements/:movement/contacts/:id/retrait`, only(writers, 303), { params: movement }),
  door('POST', `${here}/mouvements/:movement/adresses`, only(writers, 422), { params: movement }),
  door('POST', `${here}/mouvements/:movement/adresses/:id/retrait`, only(writers, 303), { params: movement }),
  door('GET', `${here}/mouvements/:movement/liens`, only(writers, 410), { params: movement }),
  door('POST', `${here}/mouvements/:movement/liens`, only(writers, 200), { params: movement }),
  door('POST', `${here}/mouvements/:movement/liens/:id/revocation`, only(writers, 303), { params: movement }),
  door('GET', rights, only(writers, 200)),
  door('GET', `${rights}/:id`, only([], 404), { params: { id: '999999' } }),
  door('POST', `${rights}/:id/publication`, only([], 404), { params: { id: '999999' } }),
  door('POST', `${rights}/:id/refus`, only([], 404), { params: { id: '999999' } }),
];
