import type { FastifyReply } from 'fastify';
import type { FollowUpRefused } from '../../followup/follow-ups.service.ts';
import { isEditable } from '../../followup/review.ts';
import { dayIn } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import { labels } from '../../positions/labels.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import type { Upload } from '../../web/upload.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import type { PositionDesk } from '../positions/desk-services.ts';
import type { Notice } from '../positions/notice.ts';
import { withUpload } from '../positions/pieces.routes.ts';
import { readSent } from '../positions/position-form.ts';
import { gapWords, readFollowUp, readTypedFollowUp, type TypedFollowUp, typedFromDraft } from './follow-up-form.ts';
import { followUpRefusalWords } from './refusals.ts';
import { findPublished, showFollowUp, showForm, type Target } from './show-follow-up.ts';

/** Keeps what was typed, and submits it when asked to. A refusal gives every word back. */
export async function saveFollowUp(
  desk: PositionDesk,
  visit: PersonsVisit,
  target: Target,
  upload: Upload | null,
): Promise<FastifyReply> {
  const { campaign, followUp } = target;
  const { version, cle: key, suite } = readSent(visit.body);
  const submitted = suite === 'soumettre';
  const given = readTypedFollowUp(visit.body);
  const bringer = { campaignId: campaign.thing.campaignId, personId: visit.person.id };
  const { sources, problem } = await withUpload(desk, bringer, given.sources, upload);
  const typed = { ...given, sources };
  const again = { typed, version, key };
  const read = readFollowUp(typed, readingOf(desk, campaign.thing));
  const problems = new Map([...('problems' in read ? read.problems : []), ...problem]);
  if (problems.size > 0 || 'problems' in read) return showForm(desk, visit, target, { ...again, problems, status: 422 });
  const outcome = desk.followUps.save(campaign, followUp, read.draft, { key, version, submitted });
  const list = links.followUps(campaign.thing.slug);
  if ('done' in outcome) return visit.go(`${list}?fait=suivi-${submitted ? 'soumis' : 'brouillon'}#suivi-${outcome.done}`);
  if (outcome.refused === 'incomplete' && 'gaps' in outcome) {
    const missing = new Map((outcome.gaps ?? []).map((gap) => [gapWords[gap].field, gapWords[gap].text]));
    return showForm(desk, visit, target, { ...again, problems: missing, status: 422 });
  }
  return showAnew(desk, visit, target, outcome, typed);
}

function readingOf(desk: PositionDesk, campaign: DeskCampaign) {
  const today = dayIn(desk.clock.now().toISOString(), campaign.timeZone);
  return {
    grid: campaign.grid,
    today,
    findEvidence: (sha256: string) => desk.evidence.find(campaign.campaignId, sha256),
    findPublished: (subject: string) => findPublished(desk, campaign, subject),
  };
}

/** Someone came first, or what it corrects is gone: the page says so, with what was typed. */
function showAnew(
  desk: PositionDesk,
  visit: PersonsVisit,
  { campaign, followUp }: Target,
  refused: FollowUpRefused,
  typed: TypedFollowUp,
): Promise<FastifyReply> {
  const current = followUp && desk.followUps.findWritable(visit.person, followUp.thing.id);
  if (current && !isEditable(current.thing)) {
    const notices = [wordsOf('Ce que vous aviez écrit, à copier', typed)];
    return showFollowUp(desk, visit, campaign.thing, current.thing, { refused, notices });
  }
  const { grid } = campaign.thing;
  const isOther = current !== null && refused.refused === 'changed';
  const others = isOther
    ? [
        wordsOf(
          'Quelqu’un a enregistré avant vous. Voici ses mots ; les vôtres sont dans le formulaire',
          typedFromDraft(grid, current.thing),
        ),
      ]
    : [];
  const problems = new Map(isOther ? [] : [['fait', followUpRefusalWords(refused)]]);
  const target = { campaign, followUp: current };
  return showForm(desk, visit, target, { typed, notices: others, problems, version: current?.thing.version, status: 409 });
}

function wordsOf(heading: string, typed: TypedFollowUp): Notice {
  const lines: [string, string][] = [
    ['Le fait', typed.fait],
    ['Quand', typed.quand],
    ['Verdict', typed.verdict ? labels.fr.verdict[typed.verdict] : ''],
    ['Selon qui', typed.selon],
    ['Motif', typed.raison],
    ['Note', typed.note],
    ...typed.sources.map(({ url, title, publisher }, index): [string, string] => [
      `Source ${index + 1}`,
      [url, title, publisher].filter(Boolean).join(', '),
    ]),
  ];
  const filled = lines.filter(([, text]) => text !== '');
  return { heading: french(heading), lines: filled.map(([term, text]) => ({ term, text: french(text) })) };
}
