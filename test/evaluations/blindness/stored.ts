import { Tenancy } from '#tenancy';
import { queryAsSuperuser } from '../../support/cluster.js';
import type { TestClient } from '../../support/test-client.js';
import type { World } from '../../support/world.js';

interface Granted {
  readonly name: string;
  readonly columns: string;
  readonly is_whole: boolean;
}

interface ShownRow {
  readonly table: string;
  readonly xmin: string | null;
  readonly row: string;
}

const GRANTED = `SELECT format('%I.%I', n.nspname, c.relname) AS name,
    has_table_privilege('lianjian_app', c.oid, 'SELECT') AS is_whole,
    string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    AND has_column_privilege('lianjian_app', c.oid, a.attnum, 'SELECT')
  WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND pg_relation_size(c.oid) > 0
  GROUP BY 1, 2 ORDER BY 1`;

/**
 * What the database shows of all tables in the settings of one actor, by the order of the transactions that wrote the
 * rows. How many others wrote between them is not the actor's to read.
 */
export async function readStored(world: World, client: TestClient): Promise<Map<string, string>> {
  const { claims } = client;
  if (!claims) return new Map();
  const tables = await queryAsSuperuser<Granted>(GRANTED, world.api.database.name);
  const statement = tables.map(({ name, columns, is_whole: isWhole }) => {
    const system = isWhole ? 't.xmin::text' : 'NULL';
    return `SELECT '${name}', ${system}, to_json(t)::text FROM (SELECT ${columns}${isWhole ? ', xmin' : ''} FROM ${name}) t`;
  });
  const rows = await world.api.app
    .get(Tenancy, { strict: false })
    .read(claims, (tx) =>
      tx.query<ShownRow>(`SELECT * FROM (${statement.join(' UNION ALL ')}) AS shown ("table", xmin, "row")`),
    );
  const acts = [...new Set(rows.map(({ xmin }) => Number(xmin ?? 0)))].toSorted((a, b) => a - b);
  // Not as they lie: where a new version goes depends on when its page was last swept.
  const inOrder = rows.toSorted(
    (a, b) => Number(a.xmin ?? 0) - Number(b.xmin ?? 0) || (a.row < b.row ? -1 : 1),
  );
  const told = new Map<string, string>();
  for (const { table, xmin, row } of inOrder) {
    const said = JSON.parse(row) as Record<string, unknown>;
    const line = JSON.stringify({ ...said, xmin: acts.indexOf(Number(xmin ?? 0)) });
    told.set(`table ${table}`, `${told.get(`table ${table}`) ?? ''}${line}\n`);
  }
  return told;
}
