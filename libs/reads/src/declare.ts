import { sql, type Sql } from './sql.js';

export type EntityClass<E extends object> = abstract new (...args: never[]) => E;

/** The columns of a row, by the names of its properties. */
export type Columns<E> = { readonly [K in keyof E]-?: Sql };

export interface Order {
  readonly by: Sql;
  readonly direction: 'ASC' | 'DESC';
}

export const asc = (by: Sql): Order => ({ by, direction: 'ASC' });
export const desc = (by: Sql): Order => ({ by, direction: 'DESC' });

/** A condition; what is empty holds for all. */
export type Condition = Sql | null | undefined | false | '';

/** Where the value of a field comes from, when it is not the column of the same name. */
export type FieldRead =
  | { readonly from: 'sql'; readonly value: (row: AnyColumns) => Sql }
  | {
      readonly from: 'row';
      readonly of: Reads;
      readonly where: (other: AnyColumns, row: AnyColumns) => Sql;
      /** Whether the other row is found by its id, so that a join never doubles a row. */
      readonly isById: boolean;
    }
  | { readonly from: 'rows'; readonly of: Reads; readonly rows: (other: AnyColumns, row: AnyColumns) => Rows }
  | { readonly from: 'page'; readonly list: List; readonly wish: (row: AnyColumns, args: object) => object }
  | { readonly from: 'resolver'; readonly needs: readonly string[] | 'ALL' };

export type AnyColumns = Readonly<Record<string, Sql>>;

/** Rows that a field holds all of; the order ends with something unique. */
export interface Rows {
  readonly where: readonly Condition[];
  readonly orderBy: readonly Order[];
}

/** How the fields of a GraphQL type are read from the rows of an entity. Several may add to one type. */
export interface Reads<E extends object = object> {
  readonly entity: EntityClass<E>;
  readonly type: string;
  readonly fields: () => Readonly<Record<string, FieldRead>>;
}

/** A list in pages. `A` is what decides which entries it has and in which order, besides the page. */
export interface List<A extends object = never> {
  readonly name: string;
  readonly of: Reads;
  /** Further tables, each row of which meets one entry at most. */
  readonly joins?: (row: AnyColumns, wish: A) => Sql;
  readonly where: (row: AnyColumns, wish: A) => readonly Condition[];
  /** None of it may be null; the last must be unique. */
  readonly orderBy: (row: AnyColumns, wish: A) => readonly Order[];
}

/** The columns that are alike in both rows, or a condition. */
type Match<E, F> =
  { readonly [K in keyof F]?: keyof E & string } | ((other: Columns<F>, row: Columns<E>) => Sql);

/** Says where the fields of a type come from. */
export class Fields<E extends object> {
  /** A value that SQL works out. */
  sql(value: (row: Columns<E>) => Sql): FieldRead {
    return { from: 'sql', value: value as (row: AnyColumns) => Sql };
  }

  /** The row whose columns have the values of this row's, e.g. `{ id: 'unitId' }`; null when it may not be seen. */
  row<F extends object>(of: Reads<F>, match: Match<E, F>): FieldRead {
    if (typeof match === 'function')
      return { from: 'row', of, where: match as (other: AnyColumns) => Sql, isById: false };
    const pairs = Object.entries(match) as [string, string][];
    const where = (other: AnyColumns, row: AnyColumns): Sql =>
      pairs
        .map(([theirs, ours]) => sql`${other[theirs]} = ${row[ours]}`)
        .reduce((both, one) => sql`${both} AND ${one}`);
    return { from: 'row', of, where, isById: 'id' in match };
  }

  /** All rows that belong to this one: a dozen at most. Longer lists are pages. */
  rows<F extends object>(of: Reads<F>, rows: (other: Columns<F>, row: Columns<E>) => Rows): FieldRead {
    return { from: 'rows', of, rows: rows as (other: AnyColumns, row: AnyColumns) => Rows };
  }

  /** A page of a list, as the arguments of the field ask. */
  page<A extends object, G extends object = object>(
    list: List<A>,
    wish: (row: Columns<E>, args: G) => A,
  ): FieldRead {
    return {
      from: 'page',
      list: list as unknown as List,
      wish: wish as unknown as (row: AnyColumns, args: object) => object,
    };
  }

  /** What no SQL can tell stays with its resolver, which is given these columns and the id, as JSON has them. */
  resolver(...needs: (keyof E & string)[]): FieldRead {
    return { from: 'resolver', needs };
  }

  /** The same for a resolver that is given the whole entity. */
  resolverOfEntity(): FieldRead {
    return { from: 'resolver', needs: 'ALL' };
  }
}

export function readsOf<E extends object>(
  entity: EntityClass<E>,
  type: string,
  declare: (fields: Fields<E>) => Readonly<Record<string, FieldRead>>,
): Reads<E> {
  return { entity, type, fields: () => declare(new Fields<E>()) };
}

/** The conditions and orders are written with the columns of the entity. */
export function listOf<E extends object, A extends object>(
  of: Reads<E>,
  list: {
    readonly name: string;
    readonly joins?: (row: Columns<E>, wish: A) => Sql;
    readonly where: (row: Columns<E>, wish: A) => readonly Condition[];
    readonly orderBy: (row: Columns<E>, wish: A) => readonly Order[];
  },
): List<A> {
  return { of, ...list } as unknown as List<A>;
}
