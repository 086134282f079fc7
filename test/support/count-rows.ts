import { queryAsSuperuser } from './cluster.js';

/** How many rows each table holds, past all walls: what was refused has left none, in whichever of them. */
export async function countRows(
  database: string,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const counts = tables.map((name) => `(SELECT count(*)::int FROM ${name}) AS ${name}`);
  const [row] = await queryAsSuperuser<Record<string, number>>(`SELECT ${counts.join(', ')}`, database);
  return row ?? {};
}
