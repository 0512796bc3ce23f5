import { z } from 'zod';
import type { AuditFilter } from '../../accounts/audit.repository.ts';
import { startOfDayIn } from '../../lib/dates.ts';
import { readPartialDate } from '../../lib/partial-date.ts';

const text = z.string().trim().max(100).catch('');

const asked = z.object({
  personne: text,
  acte: text,
  depuis: text,
  jusque: text,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What someone wants to see of the log, as they typed it. */
export type JournalAsked = z.infer<typeof asked>;

export function readAsked(query: unknown): JournalAsked {
  return asked.parse(query);
}

/** The filter, with both days taken whole by the clock of the town; and what is wrong with a date, by its field. */
export function readFilter({ personne, acte, depuis, jusque }: JournalAsked, timeZone: string) {
  const problems = new Map<string, string>();
  const day = (id: string, typed: string) => {
    const read = typed === '' ? null : readPartialDate(typed);
    if (typed !== '' && read?.length !== 10) problems.set(id, 'Écrivez un jour entier, par exemple 12/03/2020.');
    return read?.length === 10 ? read : null;
  };
  const from = day('depuis', depuis);
  const until = day('jusque', jusque);
  const filter: AuditFilter = {
    personId: /^\d{1,12}$/.test(personne) ? Number(personne) : undefined,
    action: acte || undefined,
    from: from ? startOfDayIn(from, timeZone) : undefined,
    before: until ? startOfDayIn(dayAfter(until), timeZone) : undefined,
  };
  return { filter, problems };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
