/** For how many milliseconds what another process published may go unseen. What this one publishes is seen at once. */
const span = 100;

interface Connection {
  readonly inTransaction: boolean;
}

const publications = new WeakMap<Connection, number>();

/** Tells everyone who reads through this connection that the ledger has grown. */
export function noteGrowth(connection: Connection): void {
  publications.set(connection, (publications.get(connection) ?? 0) + 1);
}

/**
 * The same reading, kept for a moment. Every public request starts by asking which edition is the newest, and asking SQLite takes its
 * file locks, which cost a page from memory as much as all the rest. Inside a transaction nothing is kept: it may yet be undone.
 */
export function keptBriefly<T>(connection: Connection, read: (key: string) => T, now: () => number): (key: string) => T {
  const values = new Map<string, T>();
  let since = Number.NEGATIVE_INFINITY;
  let seen = 0;
  return (key) => {
    if (connection.inTransaction) return read(key);
    const time = now();
    const published = publications.get(connection) ?? 0;
    if (time - since > span || published !== seen) {
      values.clear();
      since = time;
      seen = published;
    }
    const value = values.get(key) ?? read(key);
    values.set(key, value);
    return value;
  };
}
