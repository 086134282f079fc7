import { cursorScope, readPage, type ConnectionArgs, type KeysetList, type PageRequest } from '#graphql';
import type { AnyColumns, Condition, List, Order } from './declare.js';
import { compact, join, quote, raw, Sql, sql } from './sql.js';
import type { Table } from './tables.js';

/** What is asked of a page, by the names under which it is answered. */
export interface PageShape {
  readonly connection: ReadonlyMap<string, string>;
  readonly edge: ReadonlyMap<string, string>;
  readonly info: ReadonlyMap<string, string>;
  /** The JSON of one entry; null when none is asked for. */
  readonly node: Sql | null;
  /** The names of the types, where they are asked for. */
  readonly typenames: Readonly<Record<'connection' | 'edge' | 'info', string>>;
}

/** Throws BAD_USER_INPUT with a path for each misuse. */
export function wishPage(
  list: List,
  table: Table,
  wish: object,
  args: ConnectionArgs,
): { request: PageRequest; scope: string } {
  // Named alike wherever the list stands, so that a cursor of one document fits another.
  const order = ordersOf(list, table.columnsOf('entry'), wish).map(({ by, direction }) => ({
    expression: compact(by).texts.join('?'),
    direction,
  }));
  const [first, ...rest] = order;
  if (!first) throw new Error(`${list.name} has no order.`);
  const keyset: KeysetList = { name: list.name, order: [first, ...rest] };
  return { request: readPage(args, keyset), scope: cursorScope(keyset) };
}

/** The rows of one page, and what it takes to write them. */
export interface PageOf {
  readonly list: List;
  readonly table: Table;
  readonly row: { readonly alias: string; readonly joins: readonly Sql[] };
  readonly wish: object;
  readonly request: PageRequest;
  readonly scope: string;
}

/** The connection as GraphQL knows it; one entry more is read where somebody asks whether there are more. */
export function pageSql(page: PageOf, shape: PageShape): Sql {
  const { list, table, wish, request } = page;
  const { alias } = page.row;
  const row = table.columnsOf(alias);
  const own = (list.joins as ((row: AnyColumns, wish: object) => Sql) | undefined)?.(row, wish);
  const joins = own ? [own] : [];
  const conditions = (list.where as (row: AnyColumns, wish: object) => readonly Condition[])(row, wish);
  const where = conditions.filter((one) => one instanceof Sql);
  const total = sql`(SELECT count(*) ${table.from({ alias, joins }, where)})`;
  const names = [...shape.connection.values()];
  const values: Readonly<Record<string, Sql>> = {
    __typename: quote(shape.typenames.connection),
    edges: edgesSql(page, shape),
    pageInfo: infoSql(page, shape),
    totalCount: total,
  };
  const pairs = [...shape.connection].map(([key, name]) => sql`${quote(key)}, ${values[name]}`);
  const connection = sql`json_build_object(${join(pairs, ', ')})`;
  if (!names.includes('edges') && !names.includes('pageInfo')) return connection;
  const order = ordersOf(list, row, wish).map((one) => (request.backwards ? turn(one) : one));
  const sorted = join(
    order.map(({ by, direction }) => sql`${by} ${raw(direction)}`),
    ', ',
  );
  const after = request.from ? [...where, beyond(order, request.from)] : where;
  const keys = join(
    order.map(({ by }) => sql`(${by})::text`),
    ', ',
  );
  const columns = [
    ...(shape.node ? [sql`${shape.node} AS node`] : []),
    ...(asksForCursors(shape) ? [sql`json_build_array(${keys})::text AS keys`] : []),
    ...(asksForPlaces(page, shape) ? [sql`row_number() OVER (ORDER BY ${sorted}) AS place`] : []),
  ];
  const limit = request.size + (asksForMore(page, shape) ? 1 : 0);
  return sql`(SELECT ${connection} FROM (
    SELECT ${columns.length > 0 ? join(columns, ', ') : raw('1')} ${table.from({ alias, joins: [...joins, ...page.row.joins] }, after)}
    ORDER BY ${sorted} LIMIT ${raw(String(limit))}) page HAVING true)`;
}

function edgesSql(page: PageOf, shape: PageShape): Sql {
  const { edge, node, typenames } = shape;
  const values: Readonly<Record<string, Sql>> = {
    __typename: quote(typenames.edge),
    cursor: cursorSql(page, raw('page.keys')),
    node: node ? raw('page.node') : raw('NULL'),
  };
  const pairs = [...edge].map(([key, name]) => sql`${quote(key)}, ${values[name]}`);
  const order = page.request.backwards ? ' ORDER BY page.place DESC' : '';
  const kept = asksForMore(page, shape) ? ` FILTER (WHERE page.place <= ${page.request.size})` : '';
  return sql`coalesce(json_agg(json_build_object(${join(pairs, ', ')})${raw(order)})${raw(kept)}, '[]')`;
}

function infoSql(page: PageOf, { info, typenames }: PageShape): Sql {
  const { backwards, size, from } = page.request;
  const more = sql`count(*) > ${raw(String(size))}`;
  const began = raw(String(from !== null));
  // By the order of reading, of which the last entry may be one too many.
  const near = cursorSql(page, raw('(array_agg(page.keys ORDER BY page.place))[1]'));
  const far = cursorSql(page, raw(`(array_agg(page.keys ORDER BY page.place))[least(count(*), ${size})]`));
  const values: Readonly<Record<string, Sql>> = {
    __typename: quote(typenames.info),
    hasNextPage: backwards ? began : more,
    hasPreviousPage: backwards ? more : began,
    startCursor: backwards ? far : near,
    endCursor: backwards ? near : far,
  };
  return sql`json_build_object(${join(
    [...info].map(([key, name]) => sql`${quote(key)}, ${values[name]}`),
    ', ',
  )})`;
}

function asksForCursors({ edge, info }: PageShape): boolean {
  return [...edge.values(), ...info.values()].some((name) => /cursor$/i.test(name));
}

function asksForPlaces(page: PageOf, shape: PageShape): boolean {
  const inInfo = [...shape.info.values()].some((name) => /Cursor$/.test(name));
  return page.request.backwards || inInfo || asksForMore(page, shape);
}

function asksForMore({ request }: PageOf, { info }: PageShape): boolean {
  return [...info.values()].includes(request.backwards ? 'hasPreviousPage' : 'hasNextPage');
}

function cursorSql({ scope }: PageOf, keys: Sql): Sql {
  return sql`app.cursor(${quote(scope)}, ${keys})`;
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
