import type { FastifyReply } from 'fastify';
import { newToken } from '../../accounts/tokens.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import type { Problems } from '../../web/form.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import type { PositionDesk } from './desk-services.ts';
import { duplicateNotices } from './duplicates.presenter.ts';
import { publishedNotice } from './form-state.presenter.ts';
import type { Notice } from './notice.ts';
import { presentPositionForm } from './position-form.presenter.ts';
import { readSent, subjectOf, type TypedPosition } from './position-form.ts';

export interface FormAgain {
  typed: TypedPosition;
  notices?: Notice[];
  problems?: Problems;
  version?: number;
  key?: string;
  status?: number;
}

/** The form with what was typed, and what is known around it: the published version it would replace, and entries that look like it. */
export function showForm(
  desk: PositionDesk,
  visit: PersonsVisit,
  campaign: DeskCampaign,
  position: DeskPosition | null,
  again: FormAgain,
): Promise<FastifyReply> {
  const { typed, notices = [], problems = new Map(), version = position?.version ?? 0, key = newToken(), status = 200 } = again;
  const { person, token, query } = visit;
  const published = findPublished(desk, campaign, typed);
  const words = { quote: typed.quote, sources: typed.sources };
  const alike = desk.positions.listLike(campaign, words, position?.id ?? null);
  const page = presentPositionForm({
    ...{
      person,
      token,
      key,
      origin: readSent(visit.body).origine || newToken(),
      campaign,
      position,
      typed,
      version,
      problems,
      done: query.fait,
    },
    replaces: published !== null,
    notices: [...notices, ...publishedNotice(published, campaign.timeZone), ...duplicateNotices(campaign, alike)],
    findEvidence: (sha256) => desk.evidence.find(campaign.campaignId, sha256),
  });
  return visit.show('desk/position-form', page, status);
}

function findPublished({ positions }: PositionDesk, campaign: DeskCampaign, { sujet, demande }: TypedPosition) {
  const demand = campaign.grid.demands.find(({ slug }) => slug === demande);
  const [movement = '', list = null] = sujet.split('/');
  if (!demand || !subjectOf(campaign.grid, sujet)) return null;
  return positions.findPublished(campaign, { movement, list, demand: demand.slug });
}
