import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** PostgreSQL takes 65,535 parameters in a statement. */
const MOST_PARAMETERS = 60_000;

/** By one statement, and one more for what does not go into one; what is left out of a row has the column's default. */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  const [only] = rows;
  if (only && rows.length === 1) return void (await manager.insert(entity, only));
  const { driver } = manager.connection;
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const filled = columns.filter(({ propertyName }) => rows.some((row) => row[propertyName] !== undefined));
  const names = filled.map(({ databaseName }) => `"${databaseName}"`);
  const most = Math.floor(MOST_PARAMETERS / Math.max(names.length, 1));
  // Written here: TypeORM takes longer to put a statement of many rows together than the database to store them.
  for (let at = 0; at < rows.length; at += most) {
    const values: unknown[] = [];
    const lines = rows.slice(at, at + most).map((row) => {
      const places = filled.map((column) => {
        const value: unknown = row[column.propertyName];
        return value === undefined
          ? 'DEFAULT'
          : `$${values.push(driver.preparePersistentValue(value, column))}`;
      });
      return `(${places.join(', ')})`;
    });
    await manager.query(
      `INSERT INTO "${tableName}" (${names.join(', ')}) VALUES ${lines.join(', ')}`,
      values,
    );
  }
}

/** A row as it was read, and what it is to have. */
export interface RowEdit<Row> {
  readonly before: Row;
  readonly next: Partial<Row>;
}

/**
 * Gives rows of that region what each is to have, by one statement. Those that are counted in versions are met only in
 * the version in which they were read, and have the next one then.
 * @returns how many rows were met
 */
export async function updateRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  regionId: string,
  edits: readonly RowEdit<Row>[],
  counted: 'COUNTED' | 'UNCOUNTED',
): Promise<number> {
  if (edits.length === 0) return 0;
  const { columns, tableName } = manager.connection.getMetadata(entity);
  const touched = columns.filter(({ propertyName }) => edits.some(({ next }) => propertyName in next));
  const sets = touched.map(({ databaseName }) => `"${databaseName}" = given."${databaseName}"`);
  if (counted === 'COUNTED') sets.push('version = stored.version + 1');
  const seen = counted === 'COUNTED' ? 'AND stored.version = given.version' : '';
  // A function in FROM is called once: what it gives is kept, in whatever order the rows are joined.
  const sql = `UPDATE "${tableName}" AS stored SET ${sets.join(', ')}
    FROM jsonb_populate_recordset(NULL::"${tableName}", $2) AS given
    WHERE stored.region_id = $1 AND stored.id = given.id ${seen}`;
  const given = edits.map(({ before, next }) => {
    const after: ObjectLiteral = { ...before, ...next };
    const { id, version }: ObjectLiteral = before;
    const values = touched.map((column) => [column.databaseName, after[column.propertyName] as unknown]);
    return { ...Object.fromEntries(values), id: id as unknown, version: version as unknown };
  });
  const [, met] = await manager.query<[unknown, number]>(sql, [regionId, JSON.stringify(given)]);
  return met;
}
