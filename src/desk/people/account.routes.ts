import { z } from 'zod';
import { type AccountCare, openAccountCare } from '../../accounts/account.service.ts';
import { passwordFault } from '../../accounts/password-rule.ts';
import { openSecondFactors } from '../../accounts/second-factor.service.ts';
import { openSessions } from '../../accounts/sessions.service.ts';
import { openSignIn } from '../../accounts/sign-in.service.ts';
import type { Services } from '../../web/services.ts';
import { forgetSession } from '../../web/session.ts';
import { passwordFaults } from '../choose-password.presenter.ts';
import type { openDeskRoutes, PersonsVisit } from '../desk-routes.ts';
import { type AccountState, handleOf, presentAccount } from './account.presenter.ts';
import { presentConfirmation } from './confirmation.presenter.ts';
import { peopleLinks } from './links.ts';
import { refusalWords } from './refusal-words.ts';
import { withinDesk } from './way-back.ts';

const text = z.string().max(1000).catch('');
const sent = z.object({ nom: text, actuel: text, 'mot-de-passe': text, suite: text });
const wrongPassword = 'Ce n’est pas votre mot de passe actuel.';

/** A person's own account: name, password, sessions, and its end. */
export function registerAccount(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { config, database, clock, factorKey } = services;
  const sessions = openSessions(database, clock);
  const signIn = openSignIn(database, clock);
  const care = openAccountCare(database, clock);
  const factors = openSecondFactors(database, clock, factorKey);
  const hereOf = ({ request }: PersonsVisit) => request.visitor?.sessionHash ?? '';

  desk.person('GET', '/bureau/compte', 'desk:enter', (visit) => show(visit));

  desk.person('POST', '/bureau/compte/nom', 'desk:enter', (visit) => {
    const typedName = sent.parse(visit.body ?? {}).nom.trim();
    if (typedName === '' || typedName.length > 100)
      return show(visit, { typedName, problems: new Map([['nom', 'Écrivez votre nom, en 100 caractères au plus.']]) });
    care.rename(visit.person.id, typedName);
    return visit.go(`${peopleLinks.account}?fait=nom`);
  });

  desk.person('POST', '/bureau/compte/mot-de-passe', 'desk:enter', async (visit) => {
    const { actuel, 'mot-de-passe': password } = sent.parse(visit.body ?? {});
    const fault = passwordFault(password, visit.person);
    if (fault) return show(visit, { problems: new Map([['mot-de-passe', passwordFaults[fault]]]) });
    const outcome = await signIn.confirmPassword(visit.person.id, actuel, visit.request.ip);
    if (outcome !== 'right') return show(visit, { problems: new Map([['actuel', refusalWords(outcome, wrongPassword)]]) });
    await care.changePassword(visit.person.id, password, hereOf(visit));
    return visit.go(`${peopleLinks.account}?fait=nouveau-mot-de-passe`);
  });

  desk.person('POST', '/bureau/compte/connexions/fin', 'desk:enter', (visit) => {
    sessions.endAll(visit.person.id, visit.request.visitor);
    return visit.go(`${peopleLinks.account}?fait=deconnexions#connexions`);
  });

  desk.person('POST', '/bureau/compte/connexions/:session/fin', 'desk:enter', (visit) => {
    const found = sessions.listOpen(visit.person.id).find(({ idHash }) => handleOf(idHash) === visit.params.session);
    if (!found) return visit.notFound();
    sessions.end({ sessionHash: found.idHash });
    return visit.go(`${peopleLinks.account}?fait=deconnexion#connexions`);
  });

  desk.person('POST', '/bureau/compte/fermeture', 'desk:enter', (visit) => {
    const outcome = care.closeOwn(visit.person.id);
    if (outcome !== 'closed') return show(visit, { problems: new Map([['fermeture', closingWords[outcome]]]) });
    forgetSession(config, visit.reply);
    return visit.go('/bureau/connexion?fait=compte-ferme');
  });

  desk.person('GET', '/bureau/compte/confirmation', 'desk:enter', (visit) => {
    const next = withinDesk(sent.parse(visit.query).suite);
    return visit.show(
      'desk/people/confirmation',
      presentConfirmation({ person: visit.person, token: visit.token, next, problems: new Map() }),
    );
  });

  desk.person('POST', '/bureau/compte/confirmation', 'desk:enter', async (visit) => {
    const { actuel, suite } = sent.parse(visit.body ?? {});
    const next = withinDesk(suite);
    const outcome = await signIn.confirmPassword(visit.person.id, actuel, visit.request.ip);
    if (outcome === 'right') {
      sessions.confirm({ sessionHash: hereOf(visit) });
      return visit.go(next);
    }
    const problems = new Map([['actuel', refusalWords(outcome, wrongPassword)]]);
    const page = presentConfirmation({ person: visit.person, token: visit.token, next, problems });
    return visit.show('desk/people/confirmation', page, outcome.refused === 'wait' ? 429 : 422);
  });

  function show(visit: PersonsVisit, over: Pick<AccountState, 'typedName' | 'problems'> = {}) {
    const { person, token, query } = visit;
    const state = { person, token, done: query.fait, sessions: sessions.listOpen(person.id), factors: factors.of(person.id) };
    const page = presentAccount({ ...state, here: hereOf(visit), ...over });
    return visit.show('desk/people/account', page, over.problems ? 422 : 200);
  }
}

/** Why an account is not closed, in words that say what to do first. */
export const closingWords: Record<Exclude<ReturnType<AccountCare['close']>, 'closed'>, string> = {
  last_of_installation: 'C’est le seul compte qui administre le bureau : donnez d’abord ce rôle à quelqu’un d’autre.',
  last_of_campaign: 'Une campagne n’aurait plus personne pour l’administrer : donnez d’abord ce rôle à quelqu’un de son équipe.',
};
