import { Client } from 'pg';

const TABLES = `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
  WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`;

/** Each row of each table, by the table’s name; as a superuser, who sees also what tenants do not. */
export async function everyRow(superuserUrl: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  const found: Record<string, string[]> = {};
  for (const { name } of (await client.query<{ name: string }>(TABLES)).rows) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`);
    found[name] = rows.map(({ row }) => row);
  }
  await client.end();
  return found;
}
