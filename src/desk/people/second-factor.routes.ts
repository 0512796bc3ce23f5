import { z } from 'zod';
import { openPasskeys, passkeySite } from '../../accounts/passkeys.service.ts';
import { openSecondFactors } from '../../accounts/second-factor.service.ts';
import type { Visitor } from '../../accounts/sessions.service.ts';
import type { Services } from '../../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from '../desk-routes.ts';
import { peopleLinks } from './links.ts';
import { readNewPasskey } from './passkey-answer.ts';
import { presentCodeApp, presentRecoveryCodes, presentSecondFactor } from './second-factor.presenter.ts';
import { presentShownOnce } from './shown-once.presenter.ts';

const text = z.string().max(20_000).catch('');
const sent = z.object({ code: text, nom: text, reponse: text });

type FreshVisit = PersonsVisit & { visitor: Visitor };
type Handler = (visit: FreshVisit) => ReturnType<PersonsVisit['notFound']> | ReturnType<PersonsVisit['go']>;

/** A person's second factors. All of it asks for a password that was typed a moment ago. */
export function registerSecondFactor(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { config, database, clock, factorKey } = services;
  const factors = openSecondFactors(database, clock, factorKey);
  const site = passkeySite(config.publicUrl);
  const passkeys = site && openPasskeys(database, clock, site);

  function fresh(method: 'GET' | 'POST', url: string, answer: Handler): void {
    desk.person(method, url, 'desk:enter', (visit) => {
      const { visitor } = visit.request;
      const next =
        typeof visit.query.fait === 'string' ? `${peopleLinks.secondFactor}?fait=${visit.query.fait}` : peopleLinks.secondFactor;
      return visitor?.fresh ? answer({ ...visit, visitor }) : visit.go(peopleLinks.confirm(next));
    });
  }

  fresh('GET', '/bureau/compte/second-facteur', (visit) => show(visit));

  fresh('POST', '/bureau/compte/application', (visit) => {
    factors.beginApp(visit.person.id);
    return visit.go(peopleLinks.codeApp);
  });

  fresh('GET', '/bureau/compte/application', (visit) => showApp(visit));

  fresh('POST', '/bureau/compte/application/confirmation', (visit) => {
    const { code } = sent.parse(visit.body ?? {});
    const outcome = factors.confirmApp(visit.person.id, visit.visitor.sessionHash, code);
    if (outcome !== 'wrong') return added(visit, outcome.codes);
    const wrong = 'Ce code n’est pas le bon. Attendez le suivant, et vérifiez que votre téléphone est à l’heure.';
    return showApp(visit, new Map([['code', wrong]]));
  });

  fresh('POST', '/bureau/compte/application/:id/retrait', (visit) => {
    const removed = factors.removeApp(visit.person.id, idOf(visit));
    return removed ? visit.go(`${peopleLinks.secondFactor}?fait=facteur-retire`) : visit.notFound();
  });

  fresh('POST', '/bureau/compte/cle', async (visit) => {
    const { nom, reponse } = sent.parse(visit.body ?? {});
    const made = readNewPasskey(reponse);
    const name = nom.trim().slice(0, 60) || 'sans nom';
    const outcome = made && passkeys ? await passkeys.register(visit.person.id, visit.visitor, made, name) : 'refused';
    if (outcome !== 'refused') return added(visit, outcome.codes);
    return show(visit, new Map([['nom', 'Cette clé n’a pas pu être ajoutée. Essayez de nouveau.']]), nom);
  });

  fresh('POST', '/bureau/compte/cle/:id/retrait', (visit) => {
    const removed = factors.removePasskey(visit.person.id, idOf(visit));
    return removed ? visit.go(`${peopleLinks.secondFactor}?fait=facteur-retire`) : visit.notFound();
  });

  fresh('POST', '/bureau/compte/codes', (visit) => {
    const { apps, passkeys: keys } = factors.of(visit.person.id);
    if (apps.length + keys.length === 0) return visit.notFound();
    return visit.show('desk/people/recovery-codes', presentRecoveryCodes(visit, factors.renewRecoveryCodes(visit.person.id)));
  });

  for (const path of ['codes', 'application/confirmation', 'cle']) {
    desk.person('GET', `/bureau/compte/${path}`, 'desk:enter', (visit) => {
      const back = { href: peopleLinks.secondFactor, label: 'Aller au second facteur' };
      return visit.show('desk/people/shown-once', presentShownOnce({ ...visit, secret: 'codes', back }), 410);
    });
  }

  /** Recovery codes come with the first factor, and are shown in this very answer: nothing else keeps them. */
  function added(visit: FreshVisit, codes: string[]) {
    if (codes.length === 0) return visit.go(`${peopleLinks.secondFactor}?fait=facteur-ajoute`);
    const person = { ...visit.person, secondFactor: true };
    return visit.show('desk/people/recovery-codes', presentRecoveryCodes({ person, token: visit.token }, codes));
  }

  function showApp(visit: FreshVisit, problems: ReadonlyMap<string, string> = new Map()) {
    const pending = factors.findPendingApp(visit.person.id, visit.person.email);
    if (!pending) return visit.go(peopleLinks.secondFactor);
    return visit.show('desk/people/code-app', presentCodeApp(visit, pending, problems), problems.size > 0 ? 422 : 200);
  }

  async function show(visit: FreshVisit, problems: ReadonlyMap<string, string> = new Map(), typedName = '') {
    const { person, token, query, visitor } = visit;
    const passkey = (await passkeys?.registration(person, visitor.sessionHash)) ?? null;
    const state = { person, token, done: query.fait, factors: factors.of(person.id), passkey, problems, typedName };
    return visit.show('desk/people/second-factor', presentSecondFactor(state), problems.size > 0 ? 422 : 200);
  }
}

function idOf({ params }: PersonsVisit): number {
  return /^\d{1,12}$/.test(params.id ?? '') ? Number(params.id) : 0;
}
