import { raw, sql, type Reads, type Sql } from '#reads';
import type { TenantTransaction } from '#tenancy';
import { In, type DataSource, type EntityMetadata, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import { send } from './plain-sql.js';

type Entity = Reads['entity'];
type Columns = Readonly<Record<string, Sql>>;

/** What TypeORM knows of the tables, and its own way to load a row. */
export class PlainTables {
  constructor(private readonly dataSource: DataSource) {}

  columns(entity: Entity, alias: string): Columns {
    const every = columnsOf(this.dataSource.getMetadata(entity));
    return Object.fromEntries(
      every.map(({ propertyName, databaseName }) => [propertyName, raw(`"${alias}"."${databaseName}"`)]),
    );
  }

  /** A row's own values where the declarations speak of its columns. */
  values(row: object): Columns {
    const every = columnsOf(this.dataSource.getMetadata(row.constructor));
    return Object.fromEntries(
      every.map(({ propertyName, type, isArray }) => {
        const value: unknown = Reflect.get(row, propertyName);
        return [propertyName, sql`${value}::${raw(`${String(type)}${isArray ? '[]' : ''}`)}`];
      }),
    );
  }

  from(entity: Entity, alias: string): Sql {
    return raw(`FROM ${this.dataSource.getMetadata(entity).tablePath} "${alias}"`);
  }

  /** In the order of the ids. */
  async load(tx: TenantTransaction, entity: Entity, piece: Sql): Promise<object[]> {
    const ids = (await send<{ id: string }>(tx, piece)).map(({ id }) => id);
    return this.loadAll(tx, entity, ids);
  }

  async loadAll(tx: TenantTransaction, entity: Entity, ids: readonly string[]): Promise<object[]> {
    if (ids.length === 0) return [];
    const where = { regionId: tx.regionId, id: In(ids) } as FindOptionsWhere<ObjectLiteral>;
    const rows = await tx.manager.getRepository<ObjectLiteral>(entity).findBy(where);
    const byId = new Map(rows.map((row) => [row['id'] as string, row]));
    return ids.map((id) => {
      const row = byId.get(id);
      if (!row) throw new Error(`The row ${id} was listed, but is not there.`);
      return row;
    });
  }
}

function columnsOf(metadata: EntityMetadata): EntityMetadata['columns'] {
  return [metadata, ...metadata.childEntityMetadatas].flatMap(({ columns }) => columns);
}
