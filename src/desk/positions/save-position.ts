import type { FastifyReply } from 'fastify';
import type { Authorized } from '../../accounts/can.ts';
import { dayIn } from '../../lib/dates.ts';
import type { Draft } from '../../positions/draft.ts';
import type { Refused } from '../../positions/outcome.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { DeskCampaign, Outcome } from '../../positions/positions.service.ts';
import { isEditable } from '../../positions/review.ts';
import type { Upload } from '../../web/upload.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import { isAutosave, sayOutcome, sayWaiting } from './autosave.ts';
import type { PositionDesk } from './desk-services.ts';
import { conflictNotice, typedFrom } from './form-state.presenter.ts';
import { headingOf } from './heading.ts';
import { withUpload } from './pieces.routes.ts';
import { gapWords, type ReadDraft, readDraft, readSent, readTyped, type TypedPosition } from './position-form.ts';
import { showForm } from './show-form.ts';
import { showPosition } from './show-position.ts';

/** What a form is saved into: a campaign, and a draft of it unless it is a new one. */
export interface Target {
  campaign: Authorized<DeskCampaign>;
  position: Authorized<DeskPosition> | null;
}

/** Keeps what was typed, submits it when asked to, and answers; a page that saves by itself is answered in JSON. */
export async function savePosition(
  desk: PositionDesk,
  visit: PersonsVisit,
  target: Target,
  upload: Upload | null,
): Promise<FastifyReply> {
  const { version, cle: key, suite, origine: origin } = readSent(visit.body);
  const quietly = isAutosave(visit.request);
  const submitted = suite === 'soumettre' && !quietly;
  const given = readTyped(visit.body);
  const bringer = { campaignId: target.campaign.thing.campaignId, personId: visit.person.id };
  const { sources, problem } = await withUpload(desk, bringer, given.sources, upload);
  const typed = { ...given, sources };
  const read = readIn(desk, target, typed);
  const problems = new Map([...('problems' in read ? read.problems : []), ...problem]);
  if (problems.size > 0 || 'problems' in read)
    return quietly
      ? sayWaiting(visit.reply, problems)
      : showForm(desk, visit, target.campaign.thing, target.position?.thing ?? null, {
          typed,
          version,
          key,
          problems,
          status: 422,
        });

  const outcome = desk.positions.save(target.campaign, target.position, read.draft, {
    ...{ version, key, submitted, quietly, origin },
  });
  if (quietly) return sayQuietly(desk, visit, target.campaign.thing, outcome, read.draft);
  if ('done' in outcome)
    return visit.go(
      submitted
        ? `${links.today}?fait=soumise&annuler=${outcome.done}#position-${outcome.done}`
        : `${links.today}?fait=brouillon#position-${outcome.done}`,
    );
  if ('conflict' in outcome) return showConflict(desk, visit, target.campaign.thing, outcome.conflict, typed);
  return showRefusal(desk, visit, target, outcome, typed);
}

function readIn({ clock, evidence }: PositionDesk, { campaign }: Target, typed: TypedPosition): ReadDraft {
  const { campaignId, grid, timeZone } = campaign.thing;
  const today = dayIn(clock.now().toISOString(), timeZone);
  return readDraft(typed, { grid, today, findEvidence: (sha256) => evidence.find(campaignId, sha256) });
}

function sayQuietly(
  desk: PositionDesk,
  visit: PersonsVisit,
  campaign: DeskCampaign,
  outcome: Outcome,
  draft: Draft,
): FastifyReply {
  const id = 'done' in outcome ? outcome.done : null;
  const version = id === null ? 0 : (desk.positions.findWritable(visit.person, id)?.thing.version ?? 0);
  const alike = desk.positions.listLike(campaign, draft, id).map(({ position }) => headingOf(campaign, position));
  return sayOutcome(visit.reply, { outcome, version, now: desk.clock.now(), timeZone: campaign.timeZone, alike });
}

/** Someone saved first. Both versions are shown, and nothing of what was typed is lost. */
function showConflict(
  desk: PositionDesk,
  visit: PersonsVisit,
  campaign: DeskCampaign,
  current: DeskPosition,
  typed: TypedPosition,
) {
  if (!isEditable(current)) {
    const notices = [conflictNotice(campaign.grid, typed, current, 'Ce que vous aviez écrit, à copier')];
    return showPosition(desk, visit, campaign, current, { refusal: { refused: 'not_editable' }, notices });
  }
  const notices = [conflictNotice(campaign.grid, typedFrom(campaign.grid, current), current)];
  return showForm(desk, visit, campaign, current, { typed, notices, version: current.version, status: 409 });
}

function showRefusal(
  desk: PositionDesk,
  visit: PersonsVisit,
  { campaign, position }: Target,
  refusal: Refused,
  typed: TypedPosition,
) {
  const { version, cle: key } = readSent(visit.body);
  if (refusal.refused !== 'incomplete')
    return position ? showPosition(desk, visit, campaign.thing, position.thing, { refusal }) : visit.notFound();
  const problems = new Map((refusal.gaps ?? []).map((gap) => [gapWords[gap].field, gapWords[gap].text]));
  return showForm(desk, visit, campaign.thing, position?.thing ?? null, { typed, version, key, problems, status: 422 });
}
