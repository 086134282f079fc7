import type { DataSource, EntityMetadata } from 'typeorm';
import type { AnyColumns, EntityClass } from './declare.js';
import { ASKER, join, quote, raw, sql, type Sql } from './sql.js';

/** What the entities say of the database. */
export class Tables {
  private readonly known = new Map<EntityClass<object>, Table>();

  constructor(private readonly dataSource: DataSource) {}

  of(entity: EntityClass<object>): Table {
    let table = this.known.get(entity);
    if (!table) {
      table = new Table(this.dataSource.getMetadata(entity));
      this.known.set(entity, table);
    }
    return table;
  }
}

/** The row that an object is made of, and the rows beside it that its fields are taken from. */
export interface Row {
  readonly alias: string;
  readonly joins: Sql[];
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  /** False for what no entity is read with, such as a text to search in. */
  readonly isSelect: boolean;
}

/** A table, and the entities whose rows lie in it. */
export class Table {
  readonly name: string;
  private readonly columns = new Map<string, Column>();
  private readonly aliased = new Map<string, AnyColumns>();
  private readonly kinds: readonly EntityMetadata[];
  private readonly discriminator: string | undefined;

  constructor(private readonly metadata: EntityMetadata) {
    const { schema, tableName, childEntityMetadatas, discriminatorColumn } = metadata;
    this.name = schema ? `"${schema}"."${tableName}"` : `"${tableName}"`;
    this.kinds = childEntityMetadatas;
    this.discriminator = discriminatorColumn?.databaseName;
    for (const { columns } of [metadata, ...childEntityMetadatas]) {
      for (const { propertyName, databaseName, type, isNullable, isSelect } of columns)
        this.columns.set(propertyName, { name: databaseName, type: String(type), isNullable, isSelect });
    }
  }

  /** The GraphQL types of its rows, where there are several. */
  get kindNames(): readonly string[] {
    return this.kinds.map(({ name }) => name);
  }

  /** The names of its columns in entities; bytes go into no JSON. */
  get properties(): readonly string[] {
    return [...this.columns]
      .filter(([, { type, isSelect }]) => isSelect && type !== 'bytea')
      .map(([property]) => property);
  }

  /** The entity whose columns were read as JSON; one at hand is what it is. */
  entityOf(row: object): object {
    if (row.constructor !== Object) return row;
    const values = this.properties.map((property): [string, unknown] => {
      const value: unknown = Reflect.get(row, property);
      const isInstant = this.columns.get(property)?.type === 'timestamptz' && typeof value === 'string';
      return [property, isInstant ? new Date(value) : value];
    });
    return Object.assign(
      Object.create(this.metadata.inheritanceTree[0]?.prototype as object),
      Object.fromEntries(values),
    ) as object;
  }

  /** A row at hand as the database would write it in JSON. */
  recordOf(row: object): object {
    const values = this.properties.map((property) => [
      this.columns.get(property)?.name,
      Reflect.get(row, property),
    ]);
    return Object.fromEntries(values);
  }

  has(property: string): boolean {
    return this.columns.has(property);
  }

  mayBeNull(property: string): boolean {
    return this.columns.get(property)?.isNullable ?? true;
  }

  /** The columns of the rows that `alias` stands for. */
  columnsOf(alias: string): AnyColumns {
    let columns = this.aliased.get(alias);
    if (!columns) {
      columns = Object.fromEntries(
        [...this.columns].map(([property, { name }]) => [property, raw(`"${alias}"."${name}"`)]),
      );
      this.aliased.set(alias, columns);
    }
    return columns;
  }

  /** As it goes into JSON: an exact number as text, or JavaScript would round it. */
  jsonOf(property: string, row: AnyColumns): Sql {
    const value = sql`${row[property]}`;
    return this.columns.get(property)?.type === 'numeric' ? sql`${value}::text` : value;
  }

  /** The rows of one region that meet the conditions, with those beside them. */
  from({ alias, joins }: Row, conditions: readonly Sql[]): Sql {
    const where = join([this.ofRegion(alias), ...conditions.map((one) => sql`(${one})`)], ' AND ');
    return sql`FROM ${raw(this.name)} "${raw(alias)}" ${join(joins, ' ')} WHERE ${where}`;
  }

  /** The row that meets the condition, if there is one. */
  joinedTo(alias: string, condition: Sql): Sql {
    return sql`LEFT JOIN ${raw(this.name)} "${raw(alias)}" ON ${this.ofRegion(alias)} AND (${condition})`;
  }

  private ofRegion(alias: string): Sql {
    return sql`${this.columnsOf(alias)['regionId']} = ${ASKER.regionId}`;
  }

  /** The GraphQL type of a row where it depends on the row: the class of a kind is named like its type. */
  typenameOf(alias: string): Sql {
    const cases = this.kinds.map(
      ({ discriminatorValue, name }) => sql`WHEN ${quote(String(discriminatorValue))} THEN ${quote(name)}`,
    );
    return sql`CASE ${this.kindOf(alias)} ${join(cases, ' ')} END`;
  }

  /** Whether a row is of one of these GraphQL types. */
  isOf(types: readonly string[], alias: string): Sql {
    const values = this.kinds.filter(({ name }) => types.includes(name));
    return sql`${this.kindOf(alias)} IN (${join(
      values.map(({ discriminatorValue }) => quote(String(discriminatorValue))),
      ', ',
    )})`;
  }

  private kindOf(alias: string): Sql {
    return raw(`"${alias}"."${this.discriminator}"`);
  }
}
