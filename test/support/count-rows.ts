import { queryAsSuperuser } from './cluster.js';

/** Signing in counts its attempts, and a test client starts its session with its first question. */
const UNTOLD = ['session', 'sign_in_attempt', 'signing_key'];

/** The tables of ours that are told of. */
export async function listTables({ name: database }: { name: string }): Promise<string[]> {
  const tables = await queryAsSuperuser<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    database,
  );
  return tables.map(({ name }) => name).filter((name) => !UNTOLD.includes(name));
}

/** How many rows each table of ours holds, past all walls, so that what was refused can be seen to have left nothing. */
export async function countRows(database: { name: string }): Promise<Record<string, number>> {
  const names = await listTables(database);
  const counts = names.map((name) => `(SELECT count(*)::int FROM ${name}) AS ${name}`);
  const [row] = await queryAsSuperuser<Record<string, number>>(`SELECT ${counts.join(', ')}`, database.name);
  return row ?? {};
}

/** By how many rows each table has grown; those that have not are left out. */
export function growthOf(
  before: Record<string, number>,
  after: Record<string, number>,
): Record<string, number> {
  const grown = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return Object.fromEntries(grown.filter(([, by]) => by !== 0));
}
