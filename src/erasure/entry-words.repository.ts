import { and, eq, inArray, isNotNull, isNull, ne, notInArray, or } from 'drizzle-orm';
import { audit } from '../accounts/accounts.table.ts';
import { type KeptForm, keptFormsRepository } from '../accounts/kept-forms.repository.ts';
import type { Database } from '../db/open.ts';
import { withdrawal } from '../positions/positions.table.ts';
import { erasedMark } from './kept.ts';
import { type About, isFormAbout } from './kept-form.ts';

type WordedWithdrawal = typeof withdrawal.$inferSelect;

/** What people said around an entry, of whatever kind: reasons to withdraw it, reasons in the journal, forms that wait. */
export interface Around {
  withdrawals: readonly WordedWithdrawal[];
  acts: readonly number[];
  forms: readonly KeptForm[];
}

/** Acts whose reason is not somebody's words about an entry: the number of an edition, or what is public for ever. */
const wordless = ['published', 'follow-up-published', 'withdrawn', 'redacted', 'erased'];

/** The SQL of what stands around an entry at the desk, and of emptying it. */
export function entryWordsRepository(database: Database) {
  const { orm } = database;
  const forms = keptFormsRepository(database);

  /** Proposals to withdraw it whose reason is the desk's alone: that of a withdrawal that was made is in the ledger. */
  function listWithdrawals(campaignId: number, { kind, subject }: Pick<About, 'kind' | 'subject'>): WordedWithdrawal[] {
    const ofEntry = and(eq(withdrawal.campaignId, campaignId), eq(withdrawal.kind, kind), eq(withdrawal.subject, subject));
    return orm
      .select()
      .from(withdrawal)
      .where(and(ofEntry, ne(withdrawal.state, 'approved'), isNull(withdrawal.erasedAt)))
      .all();
  }

  /** Lines of the journal about the entry, or about one of its rows (`position 12`). */
  function listActs(campaignId: number, subject: string, rows: readonly string[]): number[] {
    const about = or(eq(audit.subject, `entry ${subject}`), inArray(audit.subject, [...rows]));
    const worded = and(isNotNull(audit.reason), ne(audit.reason, erasedMark), notInArray(audit.action, wordless));
    return orm
      .select({ id: audit.id })
      .from(audit)
      .where(and(eq(audit.campaignId, campaignId), about, worded))
      .all()
      .map(({ id }) => id);
  }

  return {
    /** `isWhole`: of the entry itself, and not of its older versions alone; a proposal that waits is about what is current. */
    listAround(campaignId: number, about: Omit<About, 'withdrawals'>, rows: readonly string[], isWhole: boolean): Around {
      const withdrawals = listWithdrawals(campaignId, about).filter(({ state }) => isWhole || state === 'returned');
      const whole = { ...about, withdrawals: withdrawals.map(({ id }) => id) };
      return {
        withdrawals,
        acts: listActs(campaignId, about.subject, rows),
        forms: forms.listEveryKept().filter((form) => isFormAbout(form, whole)),
      };
    },
    eraseAround({ withdrawals, acts, forms: waiting }: Around, at: string): void {
      for (const { id, decisionReason } of withdrawals) {
        const reasons = { reason: erasedMark, decisionReason: decisionReason === '' ? '' : erasedMark };
        orm
          .update(withdrawal)
          .set({ ...reasons, erasedAt: at })
          .where(eq(withdrawal.id, id))
          .run();
      }
      orm
        .update(audit)
        .set({ reason: erasedMark })
        .where(inArray(audit.id, [...acts]))
        .run();
      for (const { personId, id } of waiting) forms.removeKept(personId, id);
    },
  };
}
