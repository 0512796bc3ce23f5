import { stringify } from 'csv-stringify/sync';
import { type AuditRow, auditRepository } from '../../accounts/audit.repository.ts';
import { auditLabel } from '../../accounts/audit-labels.ts';
import type { Authorized } from '../../accounts/can.ts';
import { campaignsRepository } from '../../campaigns/campaigns.repository.ts';
import { followUpStates } from '../../followup/review.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import { reviewStates } from '../../positions/review.ts';
import { followUpHeading } from '../followup/heading.ts';
import type { DeskRoutes, PositionDesk } from './desk-services.ts';
import { headingOf } from './heading.ts';
import { journalPageSize, presentJournal, subjectWords } from './journal.presenter.ts';
import { readAsked, readFilter } from './journal-filter.ts';

/** The audit log of a campaign: read with filters, and taken away as a table. */
export function registerJournal(routes: DeskRoutes, { database, positions, followUps, accounts, evidence }: PositionDesk): void {
  const audit = auditRepository(database);
  const campaigns = campaignsRepository(database);

  routes.person('GET', '/bureau/campagnes/:slug/journal', 'positions:write', (visit) => {
    const { person, token, params, query } = visit;
    const found = positions.findCampaign(person, params.slug ?? '');
    if (!found) return visit.notFound();
    const { thing: campaign } = found;
    const asked = readAsked(query);
    const { filter, problems } = readFilter(asked, campaign.timeZone);
    const offset = (asked.page - 1) * journalPageSize;
    const page = presentJournal({
      ...{ person, token, campaign, asked, problems, names: accounts.listNames() },
      headings: headingsOf(found),
      rows: audit.listAudit(campaign.campaignId, filter, { limit: journalPageSize, offset }),
      total: audit.countAudit(campaign.campaignId, filter),
      actors: audit.listActors(campaign.campaignId),
      actions: audit.listActions(campaign.campaignId),
      hasDocument: (sha256) => evidence.find(campaign.campaignId, sha256) !== null,
    });
    return visit.show('desk/journal', page, problems.size > 0 ? 422 : 200);
  });

  function headingsOf(campaign: Authorized<DeskCampaign>): ReadonlyMap<string, string> {
    const { campaignId } = campaign.thing;
    return new Map([
      ...positions
        .listPositions(campaign, reviewStates)
        .map((each) => [`position ${each.id}`, headingOf(campaign.thing, each)] as const),
      ...followUps
        .list(campaign, followUpStates)
        .map((each) => [`follow-up ${each.id}`, french(`Suivi, ${followUpHeading(campaign.thing, each)}`)] as const),
      ...campaigns.listMovements(campaignId).map(({ id, name }) => [`movement ${id}`, name] as const),
      ...[...accounts.listNames()].map(([id, name]) => [`person ${id}`, name] as const),
    ]);
  }

  routes.person('GET', '/bureau/campagnes/:slug/journal.csv', 'positions:write', ({ person, params, query, reply, notFound }) => {
    const found = positions.findCampaign(person, params.slug ?? '');
    if (!found) return notFound();
    const { thing: campaign } = found;
    const { filter } = readFilter(readAsked(query), campaign.timeZone);
    const rows = audit.listAudit(campaign.campaignId, filter);
    return reply
      .header('content-disposition', `attachment; filename="journal-${campaign.slug}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(csvOf(rows, { names: accounts.listNames(), headings: headingsOf(found), timeZone: campaign.timeZone }));
  });
}

/** RFC 4180, for a spreadsheet: what someone typed never becomes a formula. */
function csvOf(
  rows: readonly AuditRow[],
  { names, headings, timeZone }: { names: ReadonlyMap<number, string>; headings: ReadonlyMap<string, string>; timeZone: string },
): string {
  const lines = rows.map(({ at, personId, action, subject, reason }) => ({
    instant_utc: at,
    date_locale: frenchInstant(at, timeZone),
    personne: personId === null ? '' : (names.get(personId) ?? ''),
    acte: auditLabel(action),
    code: action,
    objet: subjectWords(subject, headings),
    code_objet: subject,
    motif: reason ?? '',
  }));
  const columns = ['instant_utc', 'date_locale', 'personne', 'acte', 'code', 'objet', 'code_objet', 'motif'];
  return stringify(lines, { header: true, columns, bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
