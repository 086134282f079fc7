import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';

/** PostgreSQL takes 65,535 parameters in a statement. */
const MOST_PARAMETERS = 60_000;

/** As few statements as there can be: one, for all but very many. */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  const most = Math.floor(MOST_PARAMETERS / manager.connection.getMetadata(entity).columns.length);
  for (let at = 0; at < rows.length; at += most) {
    await manager.insert(entity, rows.slice(at, at + most) as QueryDeepPartialEntity<Row>[]);
  }
}

/** A row as it was read, and what it is to have. */
export interface RowEdit<Row> {
  readonly before: Row;
  readonly next: Partial<Row>;
}

/**
 * Gives rows of that region what each is to have, by one statement. With `seen` a row is met only in the version in
 * which it was read.
 * @returns how many rows were met
 */
export async function updateRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  regionId: string,
  edits: readonly RowEdit<Row>[],
  seen: 'version' | null,
): Promise<number> {
  if (edits.length === 0) return 0;
  const { columns, tableName } = manager.connection.getMetadata(entity);
  const touched = columns.filter(({ propertyName }) => edits.some(({ next }) => propertyName in next));
  // A row that keeps what others change has it written again.
  const given = edits.map(({ before, next }) => ({
    id: before['id'] as unknown,
    seen: seen && (before[seen] as unknown),
    ...Object.fromEntries(
      touched.map(({ propertyName: key, databaseName }) => [databaseName, { ...before, ...next }[key] as unknown]),
    ),
  }));
  const sets = touched.map(({ databaseName }) => `"${databaseName}" = given."${databaseName}"`);
  const sql = `UPDATE "${tableName}" AS stored SET ${sets.join(', ')}
    FROM jsonb_array_elements($2::jsonb) AS listed (row), jsonb_populate_record(NULL::"${tableName}", listed.row) AS given
    WHERE stored.region_id = $1 AND stored.id = given.id${seen ? ` AND stored."${seen}" = (listed.row ->> 'seen')::int` : ''}`;
  const [, met] = await manager.query<[unknown, number]>(sql, [regionId, JSON.stringify(given)]);
  return met;
}
