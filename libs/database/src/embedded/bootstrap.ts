import { Client } from 'pg';

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
    if (!rows[0]?.owner) await client.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE`);
    if (!rows[0]?.database) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
}
