import { Client } from 'pg';
import { codeOf } from '../database-error.js';

/** The role that owns the schema in an embedded cluster; it may make roles, and is no superuser. */
export const OWNER = 'lianjian_owner';
export const DATABASE = 'lianjian';

/** Makes the owner and its database, as the superuser that nothing uses afterwards; may be repeated. */
export async function bootstrap(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl, connectionTimeoutMillis: 5_000 });
  // A connection that is lost between two statements shows at the next.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ owner: boolean; database: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '${OWNER}') AS owner,
         EXISTS (SELECT FROM pg_database WHERE datname = '${DATABASE}') AS database`,
    );
    if (!rows[0]?.owner) await make(client, `CREATE ROLE ${OWNER} LOGIN CREATEROLE`);
    if (!rows[0]?.database) await make(client, `CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
}

/** duplicate_object, duplicate_database, and what both become when neither has committed: unique_violation. */
const MADE_ALREADY = new Set(['42710', '42P04', '23505']);

/** Of two that start on a new folder at once, either may be the one that makes it. */
async function make(client: Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    if (!MADE_ALREADY.has(codeOf(error) ?? '')) throw error;
  }
}
