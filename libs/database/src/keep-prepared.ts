import type { Pool, PoolClient } from 'pg';

/** A connection lives ten minutes; what is prepared on it takes memory until then. */
export const MOST_PREPARED = 200;
const LONGEST_TEXT = 8_192;
const MOST_SEEN = 1_000;

/**
 * Lets what TypeORM sends again stay prepared on its connection: an act sends some twenty statements, and half the time
 * of the database went into parsing and planning them. What names itself, or brings no values, is sent as it is.
 */
export function keepPrepared(pool: Pool): void {
  const known = new WeakSet<PoolClient>();
  // The first connection is there before anybody can listen to it being made.
  pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    keepPreparedOn(client);
  });
}

function keepPreparedOn(client: PoolClient): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  const names = new Map<string, string>();
  const sentOnce = new Set<string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || text.length > LONGEST_TEXT || names.size >= MOST_PREPARED) return known;
    if (!sentOnce.delete(text)) {
      if (sentOnce.size >= MOST_SEEN) sentOnce.clear();
      sentOnce.add(text);
      return undefined;
    }
    const name = `sent_${names.size}`;
    names.set(text, name);
    return name;
  };
  const query = (...args: unknown[]): unknown => {
    const [text, values, ...rest] = args;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return send(...args);
    return send({ text, values: values as unknown[], name: nameOf(text) }, ...rest);
  };
  Object.assign(client, { query });
}
