import { z } from 'zod';
import { newToken } from '../accounts/tokens.ts';
import { openOpening } from '../campaigns/opening.service.ts';
import { electionsRepository } from '../elections/elections.repository.ts';
import type { Election } from '../elections/elections.types.ts';
import { openFrance } from '../elections/france.service.ts';
import { knownElections } from '../elections/known-elections.ts';
import type { Services } from '../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from './desk-routes.ts';
import { readSending, typedLine } from './form-page.ts';
import { links } from './links.ts';
import { presentChooseCommune, presentOpening } from './open-campaign.presenter.ts';
import { checkOpening, emptyOpening, readOpening, type TypedOpening } from './open-campaign-form.ts';

const asked = z.object({ q: typedLine, commune: typedLine, copie: typedLine });

/** Opening a campaign for any town of France: the commune, then the election; the rest is its settings. */
export function registerOpening(desk: Awaited<ReturnType<typeof openDeskRoutes>>, { database, clock }: Services): void {
  const opening = openOpening(database, clock);
  const france = openFrance(database);
  const elections = electionsRepository(database);

  desk.person('GET', links.openCampaign, 'campaigns:open', (visit) => {
    const { q: query, commune: code, copie: copy } = asked.parse(visit.query);
    const commune = code === '' ? null : france.findCommune(code);
    if (commune) return showForm(visit, emptyOpening(commune.code, copy, newestFirst()[0]), new Map());
    const found = query === '' ? [] : france.search(query);
    return visit.show('desk/choose-commune', presentChooseCommune(visit.person, visit.token, { query, copy, found }));
  });

  desk.person('POST', links.openCampaign, 'campaigns:open', (visit) => {
    const typed = { ...readOpening(visit.body), commune: asked.parse(visit.query).commune };
    const commune = france.findCommune(typed.commune);
    if (!commune) return visit.go(links.openCampaign);
    const { key } = readSending(visit.body);
    const before = opening.findOpened(visit.person, key);
    if (before !== null) return visit.go(`${links.settings(before)}?fait=ouverte`);
    const known = { town: commune.name, elections: newestFirst(), isTaken: opening.isTaken };
    const read = checkOpening(typed, known);
    if ('problems' in read) return showForm(visit, typed, read.problems);
    const copied = typed.copie === '' ? null : opening.findEdited(visit.person, typed.copie);
    const outcome = opening.open(visit.person, { ...read.opening, copied }, key);
    if ('done' in outcome) return visit.go(`${links.settings(outcome.done)}?fait=ouverte`);
    return showForm(
      visit,
      typed,
      new Map([['adresse', 'Une campagne vient de prendre cette adresse : choisissez-en une autre.']]),
    );
  });

  function showForm(visit: PersonsVisit, typed: TypedOpening, problems: Map<string, string>) {
    const commune = france.findCommune(typed.commune);
    if (!commune) return visit.notFound();
    const campaigns = opening.listEdited(visit.person).map(({ thing: { slug, title } }) => ({ slug, title }));
    const state = { commune, typed, problems, key: newToken(), elections: newestFirst(), campaigns };
    return visit.show('desk/form', presentOpening(visit.person, visit.token, state), problems.size > 0 ? 422 : 200);
  }

  /** The elections that are known by their files, and those that someone wrote, the example's excepted; the newest first. */
  function newestFirst(): Election[] {
    const offered = elections.listElections().filter(({ id }) => !opening.isInvented(id));
    const all = new Map([...Object.values(knownElections), ...offered].map((each) => [each.id, each]));
    return [...all.values()].sort((one, other) => other.firstRoundOn.localeCompare(one.firstRoundOn));
  }
}
