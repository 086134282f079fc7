import { queryAsSuperuser } from './cluster.js';
import { listTables } from './count-rows.js';

/** Everything that is stored, jobs included, as one text: an update leaves no row more. */
export async function fingerprint(database: { name: string }): Promise<string> {
  const tables = await listTables(database);
  const hashes = [...tables.map((table) => `public.${table}`), 'graphile_worker._private_jobs'].map(
    (table) =>
      `SELECT '${table}' AS name, count(*)::int AS rows, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM ${table} t`,
  );
  return JSON.stringify(await queryAsSuperuser(`${hashes.join(' UNION ALL ')} ORDER BY name`, database.name));
}
