import { Client } from 'pg';
import { codeOf, DatabaseError } from './database-error.js';

const LOCK_KEY = '7310582046118';

/**
 * Runs the work while no other starter of this database prepares it; waits a minute at most.
 * The session belongs to the owner and has no statement timeout.
 */
export async function withOwnerSession<T>(
  ownerUrl: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: ownerUrl,
    application_name: 'lianjian owner',
    connectionTimeoutMillis: 5_000,
    lock_timeout: 60_000,
  });
  // A connection that is lost between two statements shows at the next.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]).catch(refuseLongWait);
    return await work(client);
  } finally {
    await client.end();
  }
}

function refuseLongWait(error: unknown): never {
  if (codeOf(error) !== '55P03') throw error;
  throw new DatabaseError('Another process has been preparing the database for a minute: is it stuck?');
}
