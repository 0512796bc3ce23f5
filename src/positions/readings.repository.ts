import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { reading } from './positions.table.ts';
import type { Reading } from './review.ts';

/** The SQL of readings: how second persons coded each version of a position before they saw the first code. */
export function readingsRepository({ orm }: Database) {
  return {
    listReadings: (positionId: number, version: number): Reading[] =>
      orm
        .select({
          readerId: reading.readerId,
          stance: reading.stance,
          firstStance: reading.firstStance,
          codedAt: reading.codedAt,
          note: reading.note,
          acceptedAt: reading.acceptedAt,
        })
        .from(reading)
        .where(and(eq(reading.positionId, positionId), eq(reading.version, version)))
        .orderBy(asc(reading.acceptedAt), asc(reading.codedAt))
        .all(),
    insertReading: (row: Omit<typeof reading.$inferInsert, 'note' | 'acceptedAt'>): void =>
      void orm.insert(reading).values(row).run(),
    /** Accepts, or with null takes the acceptance back. */
    recordAcceptance: (
      { positionId, version, readerId }: { positionId: number; version: number; readerId: number },
      acceptedAt: string | null,
      note: string,
    ): void =>
      void orm
        .update(reading)
        .set({ acceptedAt, note })
        .where(and(eq(reading.positionId, positionId), eq(reading.version, version), eq(reading.readerId, readerId)))
        .run(),
  };
}
