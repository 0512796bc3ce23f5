import { openDrafting } from '../campaigns/drafting.service.ts';
import { fingerprintOf } from '../campaigns/fingerprint.ts';
import { openOpening } from '../campaigns/opening.service.ts';
import { dayIn, frenchDate } from '../lib/dates.ts';
import type { Services } from '../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from './desk-routes.ts';
import { readSending } from './form-page.ts';
import { presentLetterForm } from './letter.presenter.ts';
import { checkLetter, readLetter, typedFromLetter } from './letter-form.ts';
import { links } from './links.ts';
import { changedNotice, formOf } from './settings.routes.ts';

/** Writing the letter, with its preview: as one types, or by a button where there is no JavaScript. */
export function registerLetter(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, standings, clock } = services;
  const opening = openOpening(database, clock);
  const drafting = openDrafting(database, standings, clock);
  const find = ({ person, params }: PersonsVisit) => opening.findEdited(person, params.slug ?? '');

  desk.person('GET', '/bureau/campagnes/:slug/reglages/lettre', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const letter = drafting.findLetter(campaign);
    const today = dayIn(clock.now().toISOString(), campaign.thing.timeZone);
    const form = formOf(visit, campaign, fingerprintOf(letter));
    return visit.show('desk/letter', presentLetterForm(form, typedFromLetter(letter, today)));
  });

  desk.person('POST', '/bureau/campagnes/:slug/reglages/lettre/apercu', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const typed = readLetter(visit.body);
    return visit.show('desk/letter', presentLetterForm({ ...formOf(visit, campaign), ...readSending(visit.body) }, typed));
  });

  desk.person('POST', '/bureau/campagnes/:slug/reglages/lettre', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const typed = readLetter(visit.body);
    const sending = readSending(visit.body);
    const checked = checkLetter(typed);
    if ('problems' in checked) {
      const form = { ...formOf(visit, campaign), ...sending, problems: checked.problems };
      return visit.show('desk/letter', presentLetterForm(form, typed), 422);
    }
    const outcome = drafting.recordLetter(campaign, checked.letter, sending);
    if ('done' in outcome) return visit.go(`${links.settings(campaign.thing.slug)}?fait=enregistree`);
    const now = drafting.findLetter(campaign);
    const lines = now
      ? [
          { term: 'Titre', text: now.title || '(vide)' },
          { term: 'Date', text: frenchDate(now.publishedOn) },
          { term: 'Texte', text: now.body || '(vide)' },
        ]
      : [];
    const form = { ...formOf(visit, campaign, fingerprintOf(now)), notices: [changedNotice(lines)] };
    return visit.show('desk/letter', presentLetterForm(form, typed), 409);
  });
}
