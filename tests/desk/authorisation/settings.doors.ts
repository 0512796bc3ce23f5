import { administrators, type Door, door, installation, only } from '../../support/cast.ts';

const settings = '/bureau/campagnes/:slug/reglages';
const imports = '/bureau/campagnes/:slug/imports';
const nothing = { params: { id: '999999' } };

/** Opening a campaign, for the installation's administrators; writing one, for its own. */
export const settingsDoors: readonly Door[] = [
  door('GET', '/bureau/campagnes/nouvelle', only(installation, 200)),
  door('POST', '/bureau/campagnes/nouvelle', only(installation, 303)),
  door('GET', settings, only(administrators, 200)),
  door('GET', `${settings}/general`, only(administrators, 200)),
  door('POST', `${settings}/general`, only(administrators, 422)),
  door('GET', `${settings}/lettre`, only(administrators, 200)),
  door('POST', `${settings}/lettre`, only(administrators, 422)),
  door('POST', `${settings}/lettre/apercu`, only(administrators, 200)),
  door('GET', `${settings}/signataires`, only(administrators, 200)),
  door('POST', `${settings}/signataires`, only(administrators, 409)),
  door('GET', `${settings}/demandes`, only(administrators, 200)),
  door('GET', `${settings}/demandes/nouvelle`, only(administrators, 200)),
  door('POST', `${settings}/demandes/nouvelle`, only(administrators, 422)),
  door('GET', `${settings}/demandes/:id`, only([], 404), nothing),
  door('POST', `${settings}/demandes/:id`, only([], 404), nothing),
  door('POST', `${settings}/demandes/:id/avant`, only(administrators, 409), nothing),
  door('POST', `${settings}/demandes/:id/apres`, only(administrators, 409), nothing),
  door('POST', `${settings}/demandes/:id/retrait`, only(administrators, 409), nothing),
  door('GET', `${settings}/listes`, only(administrators, 200)),
  door('POST', `${settings}/listes`, only(administrators, 422)),
  door('GET', `${settings}/listes/:id`, only([], 404), nothing),
  door('POST', `${settings}/listes/:id`, only([], 404), nothing),
  door('POST', `${settings}/listes/:id/retrait`, only(administrators, 422), nothing),
  door('GET', `${settings}/mouvements`, only(administrators, 200)),
  door('POST', `${settings}/mouvements`, only(administrators, 422)),
  door('POST', `${settings}/mouvements/tous`, only(administrators, 303)),
  door('GET', `${settings}/mouvements/:id`, only([], 404), nothing),
  door('POST', `${settings}/mouvements/:id`, only([], 404), nothing),
  door('POST', `${settings}/mouvements/:id/retrait`, only(administrators, 422), nothing),
  door('GET', `${settings}/filiations`, only(administrators, 200)),
  door('POST', `${settings}/filiations`, only(administrators, 422)),
  door('GET', `${settings}/edition`, only(administrators, 200)),
  door('GET', `${settings}/edition/tableau`, only(administrators, 200)),
  door('POST', `${settings}/edition`, only(administrators, 409)),
  door('GET', imports, only(administrators, 200)),
  door('POST', imports, only(administrators, 422)),
  door('GET', `${imports}/modele.csv`, only(administrators, 200)),
  door('GET', `${imports}/:id`, only([], 404), nothing),
  door('POST', `${imports}/:id/application`, only([], 404), nothing),
  door('POST', `${imports}/:id/annulation`, only([], 404), nothing),
];
