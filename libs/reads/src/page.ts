import { cursorScope, readPage, type ConnectionArgs, type KeysetList, type PageRequest } from '#graphql';
import type { AnyColumns, Condition, List, Order } from './declare.js';
import { Json, listJson, NULL, objectJson } from './json.js';
import { compact, join, quote, raw, Sql, sql } from './sql.js';
import type { Row, Table } from './tables.js';

/** What is asked of a page, by the names under which it is answered. */
export interface PageShape {
  readonly connection: ReadonlyMap<string, string>;
  readonly edge: ReadonlyMap<string, string>;
  readonly info: ReadonlyMap<string, string>;
  /** The JSON of one entry; null when none is asked for. */
  readonly node: Json | null;
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
  readonly row: Row;
  readonly wish: object;
  readonly request: PageRequest;
  readonly scope: string;
}

/** Where a row stands in its page, by the order of reading. */
const PLACE = '"$place"';
/** What its cursor is made of. */
const KEYS = '"$keys"';

/** The connection as GraphQL knows it. Rows are cut off first; only then is anything joined to them or made of them. */
export function pageSql(page: PageOf, shape: PageShape): Sql {
  const { list, table, wish, request } = page;
  const { alias } = page.row;
  const row = table.columnsOf(alias);
  const own = (list.joins as ((row: AnyColumns, wish: object) => Sql) | undefined)?.(row, wish);
  const conditions = (list.where as (row: AnyColumns, wish: object) => readonly Condition[])(row, wish);
  const where = conditions.filter((one) => one instanceof Sql);
  const source = { alias, joins: own ? [own] : [] };
  const order = ordersOf(list, row, wish).map((one) => (request.backwards ? turn(one) : one));
  const texts = join(
    order.map(({ by }) => sql`(${by})::text`),
    ', ',
  );
  const read: ReadPage = { page, shape, place: raw(`"${alias}".${PLACE}`), keys: raw(`"${alias}".${KEYS}`) };
  const connection = namedJson(shape.connection, {
    __typename: () => Json.of(shape.typenames.connection),
    edges: () => edgesJson(read),
    pageInfo: () => infoJson(read),
    totalCount: () => new Json([sql`(SELECT count(*)::text ${table.from(source, where)})`]),
  }).text;
  const names = [...shape.connection.values()];
  if (!names.includes('edges') && !names.includes('pageInfo')) return connection;
  const sorted = order.map(({ by, direction }) => sql`${by} ${raw(direction)}`);
  const after = request.from ? [...where, beyond(order, request.from)] : where;
  const most = request.size + (asksForMore(read) ? 1 : 0);
  const named = raw(`"${alias}"`);
  const keys = asksForCursors(shape) ? sql`, json_build_array(${texts})::text AS ${raw(KEYS)}` : raw('');
  const rows = sql`(SELECT ${named}.*, row_number() OVER () AS ${raw(PLACE)} FROM (
    SELECT ${named}.*${keys} ${table.from(source, after)}
    ORDER BY ${join(sorted, ', ')} LIMIT ${raw(String(most))}) ${named}) ${named}`;
  return sql`(SELECT ${connection} FROM ${rows} ${join(page.row.joins, ' ')} HAVING true)`;
}

interface ReadPage {
  readonly page: PageOf;
  readonly shape: PageShape;
  readonly place: Sql;
  readonly keys: Sql;
}

function edgesJson(read: ReadPage): Json {
  const { page, shape, place, keys } = read;
  const edge = namedJson(shape.edge, {
    __typename: () => Json.of(shape.typenames.edge),
    cursor: () => cursorJson(page, keys),
    node: () => shape.node ?? NULL,
  });
  const { backwards, size } = page.request;
  const kept = asksForMore(read) ? sql` FILTER (WHERE ${place} <= ${raw(String(size))})` : raw('');
  return listJson(edge, sql`${place}${raw(backwards ? ' DESC' : '')}`, kept);
}

function infoJson({ page, shape, place, keys }: ReadPage): Json {
  const { backwards, size, from } = page.request;
  const more = (): Json => new Json([sql`(count(*) > ${raw(String(size))})::text`]);
  const began = (): Json => Json.of(from !== null);
  // By the order of reading, of which the last entry may be one too many.
  const near = (): Json => cursorJson(page, sql`(array_agg(${keys} ORDER BY ${place}))[1]`);
  const far = (): Json =>
    cursorJson(page, sql`(array_agg(${keys} ORDER BY ${place}))[least(count(*), ${raw(String(size))})]`);
  return namedJson(shape.info, {
    __typename: () => Json.of(shape.typenames.info),
    hasNextPage: backwards ? began : more,
    hasPreviousPage: backwards ? more : began,
    startCursor: backwards ? far : near,
    endCursor: backwards ? near : far,
  });
}

/** An object of what is asked for alone. */
function namedJson(asked: ReadonlyMap<string, string>, values: Readonly<Record<string, () => Json>>): Json {
  return objectJson(new Map([...asked].map(([key, name]) => [key, values[name]?.() ?? NULL])));
}

function asksForCursors({ edge, info }: PageShape): boolean {
  return [...edge.values(), ...info.values()].some((name) => /cursor$/i.test(name));
}

function asksForMore({ page: { request }, shape: { info } }: ReadPage): boolean {
  return [...info.values()].includes(request.backwards ? 'hasPreviousPage' : 'hasNextPage');
}

function cursorJson({ scope }: PageOf, keys: Sql): Json {
  return new Json([sql`coalesce('"' || app.cursor(${quote(scope)}, ${keys}) || '"', 'null')`]);
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
