import { z } from 'zod';
import type { Authorized } from '../accounts/can.ts';
import { openBallots } from '../campaigns/ballots.service.ts';
import { lineageQuestions } from '../campaigns/lineage-questions.ts';
import { openMovements } from '../campaigns/movements.service.ts';
import { type EditedCampaign, openOpening } from '../campaigns/opening.service.ts';
import type { Services } from '../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from './desk-routes.ts';
import { readSending, typedIds, typedLine } from './form-page.ts';
import { presentLineage, type TypedLineage } from './lineage.presenter.ts';
import { links } from './links.ts';
import { formOf } from './settings.routes.ts';

const kinds = z.enum(['continues', 'merges', 'neither']);

const answered = z.object({
  liste: z.coerce.number().int().catch(0),
  origine: z.string().catch(''),
  parents: typedIds,
  source: typedLine,
});

/** Where second-round lists come from: proposed when the files prove it, answered by a person one by one, with a source. */
export function registerLineage(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, standings, clock } = services;
  const opening = openOpening(database, clock);
  const ballots = openBallots(database, standings, clock);
  const movements = openMovements(database, standings, clock);
  const base = '/bureau/campagnes/:slug/reglages/filiations';
  const find = ({ person, params }: PersonsVisit) => opening.findEdited(person, params.slug ?? '');

  desk.person('GET', base, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    return campaign ? showAll(visit, campaign, null, new Map()) : visit.notFound();
  });

  desk.person('POST', base, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const typed = readLineage(visit.body);
    const problems = problemsOf(typed);
    const kind = kinds.safeParse(typed.origine);
    if (problems.size > 0 || !kind.success) return showAll(visit, campaign, typed, problems);
    const movementId = Number(typed.mouvement) || null;
    const words = { childListId: typed.liste, kind: kind.data, parents: typed.parents, source: typed.source, movementId };
    const outcome = movements.decideLineage(campaign, words, readSending(visit.body).key);
    if ('done' in outcome) return visit.go(`${links.settings(campaign.thing.slug, 'filiations')}?fait=enregistree`);
    return showAll(
      visit,
      campaign,
      typed,
      new Map([['origine', 'Cette liste n’attend plus de réponse, ou les listes cochées ne sont pas de ce scrutin.']]),
    );
  });

  function showAll(
    visit: PersonsVisit,
    campaign: Authorized<EditedCampaign>,
    typed: TypedLineage | null,
    problems: ReadonlyMap<string, string>,
  ) {
    const all = ballots.read(campaign);
    const form = { ...formOf(visit, campaign), problems };
    const page = presentLineage(form, lineageQuestions(all), all, movements.listMovements(campaign), typed);
    const named = new Map([...problems].map(([id, text]) => [`${id}-${typed?.liste}`, text]));
    const errors = page.errors && { ...page.errors, items: [...named].map(([id, text]) => ({ href: `#${id}`, text })) };
    return visit.show('desk/lineage', { ...page, errors }, problems.size > 0 ? 422 : 200);
  }
}

/** The question's own fields carry the number of their list, since a page holds several. */
function readLineage(body: unknown): TypedLineage {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(body);
  const { liste, ...rest } = answered.parse(given);
  return { liste, ...rest, mouvement: typedLine.parse(given[`mouvement-${liste}`]) };
}

function problemsOf({ origine, parents, source }: TypedLineage): Map<string, string> {
  const problems = new Map<string, string>();
  if (!kinds.safeParse(origine).success) problems.set('origine', 'Dites d’où vient cette liste.');
  else if (origine === 'continues' && parents.length !== 1)
    problems.set('origine', 'Cochez la liste du premier tour qu’elle continue, et elle seule.');
  else if (origine === 'merges' && parents.length < 2)
    problems.set('origine', 'Une fusion réunit au moins deux listes : cochez-les.');
  if (source === '') problems.set('source', 'Dites qui l’affirme.');
  return problems;
}
