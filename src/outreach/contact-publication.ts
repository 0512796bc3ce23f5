import type { NewEntry, Payload } from '../ledger/payloads.ts';
import type { Standing } from './asking.ts';

/** A movement whose public line no longer says what the desk knows. */
export interface Pending {
  movement: string;
  published: Payload<'contact'> | null;
  next: Payload<'contact'>;
}

/** What is to be published of our asking, movement by movement: dates and channels, no address, no name, no note. */
export function pendingContacts(
  movements: readonly { slug: string; standing: Standing }[],
  published: (movement: string) => Payload<'contact'> | null,
): Pending[] {
  return movements.flatMap(({ slug, standing }) => {
    const before = published(slug);
    const next = { movement: slug, status: standing.status, asked: [...standing.asked] };
    const isNews = before === null ? standing.status !== 'not_asked' : !isSame(before, next);
    return isNews ? [{ movement: slug, published: before, next }] : [];
  });
}

export function contactEntries(pending: readonly Pending[]): NewEntry[] {
  return pending.map(({ movement, next }) => ({ kind: 'contact', subject: movement, payload: next }));
}

function isSame(one: Payload<'contact'>, other: Payload<'contact'>): boolean {
  const line = ({ on, channel }: Payload<'contact'>['asked'][number]) => `${on} ${channel}`;
  return one.status === other.status && one.asked.map(line).join() === other.asked.map(line).join();
}
