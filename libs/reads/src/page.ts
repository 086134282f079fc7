import {
  buildPage,
  readPage,
  type ConnectionArgs,
  type KeysetList,
  type Page,
  type PageRequest,
} from '#graphql';
import type { AnyColumns, Condition, List, Order } from './declare.js';
import { compact, join, raw, Sql, sql } from './sql.js';
import type { Table } from './tables.js';

/** What is asked of a page. */
export interface PageParts {
  /** The JSON of one entry; null when no entry is asked for. */
  readonly node: Sql | null;
  readonly cursors: boolean;
  readonly edges: boolean;
  readonly total: boolean;
}

/** A page that has been asked for, and is known again when its rows have come. */
export interface PageWish {
  readonly request: PageRequest;
  readonly list: KeysetList;
}

/** As the database answers. */
export interface RawPage {
  readonly edges: readonly { readonly node?: object; readonly keys?: readonly string[] }[];
  readonly total: number | null;
}

/** Throws BAD_USER_INPUT with a path for each misuse. */
export function wishPage(list: List, table: Table, wish: object, args: ConnectionArgs): PageWish {
  // Named alike wherever the list stands, so that a cursor of one document fits another.
  const order = ordersOf(list, table.columnsOf('entry'), wish).map(({ by, direction }) => ({
    expression: compact(by).texts.join('?'),
    direction,
  }));
  const [first, ...rest] = order;
  if (!first) throw new Error(`${list.name} has no order.`);
  const keyset: KeysetList = { name: list.name, order: [first, ...rest] };
  return { list: keyset, request: readPage(args, keyset) };
}

/** One entry more than the page holds, in the order of reading. */
export function pageSql(
  list: List,
  { table, alias, wish }: { readonly table: Table; readonly alias: string; readonly wish: object },
  { size, backwards, from }: PageRequest,
  parts: PageParts,
): Sql {
  const row = table.columnsOf(alias);
  const joins = (list.joins as ((row: AnyColumns, wish: object) => Sql) | undefined)?.(row, wish);
  const conditions = (list.where as (row: AnyColumns, wish: object) => readonly Condition[])(row, wish);
  const where = conditions.filter((one) => one instanceof Sql);
  const order = ordersOf(list, row, wish).map((one) => (backwards ? turn(one) : one));
  const keys = join(
    order.map(({ by }) => sql`(${by})::text`),
    ', ',
  );
  const entry = join(
    [
      ...(parts.node ? [sql`'node', ${parts.node}`] : []),
      ...(parts.cursors ? [sql`'keys', json_build_array(${keys})`] : []),
    ],
    ', ',
  );
  const sorted = order.map(({ by, direction }) => sql`${by} ${raw(direction)}`);
  const after = from ? [...where, beyond(order, from)] : where;
  const edges = sql`(SELECT coalesce(json_agg(page.entry), '[]') FROM (
    SELECT json_build_object(${entry}) AS entry ${table.from(alias, after, joins)}
    ORDER BY ${join(sorted, ', ')} LIMIT ${raw(String(size + 1))}) page)`;
  const total = sql`(SELECT count(*) ${table.from(alias, where, joins)})`;
  return sql`json_build_object('edges', ${parts.edges ? edges : raw(`'[]'::json`)}, 'total', ${parts.total ? total : raw('NULL')})`;
}

export function finishPage({ edges, total }: RawPage, { request, list }: PageWish): Page<unknown> {
  const rows = edges.map(({ node, keys = null }) => ({ node, keys }));
  return buildPage(rows, request, list, total ?? undefined);
}

function ordersOf(list: List, row: AnyColumns, wish: object): readonly Order[] {
  return (list.orderBy as (row: AnyColumns, wish: object) => readonly Order[])(row, wish);
}

function turn({ by, direction }: Order): Order {
  return { by, direction: direction === 'ASC' ? 'DESC' : 'ASC' };
}

/** A row comparison where an index can serve it, else column by column. */
function beyond(order: readonly Order[], from: readonly string[]): Sql {
  const sign = ({ direction }: Order): Sql => raw(direction === 'ASC' ? '>' : '<');
  const [first] = order;
  if (first && order.every(({ direction }) => direction === first.direction)) {
    const values = from.map((key) => sql`${key}`);
    return sql`(${join(
      order.map(({ by }) => by),
      ', ',
    )}) ${sign(first)} (${join(values, ', ')})`;
  }
  const steps = order.map((one, index) => {
    const equal = order.slice(0, index).map(({ by }, earlier) => sql`${by} = ${from[earlier]}`);
    return sql`(${join([...equal, sql`${one.by} ${sign(one)} ${from[index]}`], ' AND ')})`;
  });
  return join(steps, ' OR ');
}
