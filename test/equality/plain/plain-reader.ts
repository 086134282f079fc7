import {
  readPage,
  type ConnectionArgs,
  type KeysetList,
  type Page,
  type PageRequest,
  type TenantContext,
} from '#graphql';
import { ASKER, raw, sql, type Condition, type List, type Order, type Reads, type Sql } from '#reads';
import type { TenantTransaction } from '#tenancy';
import type { GraphQLResolveInfo } from 'graphql';
import { writeCursor } from '../../support/write-cursor.js';
import { expressionOf, send } from './plain-sql.js';
import type { PlainTables } from './plain-tables.js';

type Declared = ReturnType<Reads['fields']>[string];
type Columns = Parameters<Extract<Declared, { from: 'sql' }>['value']>[0];

interface Listed {
  /** Null for the cursor, which is sorted in as if it were an entry. */
  readonly id: string | null;
  readonly keys: string[];
}

/** Stands where the reader stands, and reads one field of one row by one statement, knowing nothing of what is beneath. */
export class PlainReader {
  /** The schema is not to be joined with it. */
  readonly types = new Map<string, never>();

  constructor(private readonly tables: PlainTables) {}

  page<A extends object>(
    context: TenantContext,
    _info: GraphQLResolveInfo,
    list: List<A>,
    args: ConnectionArgs,
    wish: A,
  ): Promise<Page<unknown>> {
    return context.read((tx) => this.pageOf(tx, list, args, wish));
  }

  /** Counts what the whole list holds, entry by entry. */
  async tally<A extends object>(
    context: TenantContext,
    _info: GraphQLResolveInfo,
    list: List<A>,
    wish: A,
    by: readonly string[],
  ): Promise<readonly object[]> {
    const entries = await context.read(async (tx) => {
      const listed = await this.listAll(tx, list, wish, null);
      const ids = listed.map(({ id }) => String(id));
      return this.tables.loadAll(tx, list.of.entity, ids);
    });
    const counts = new Map<string, number>();
    for (const entry of entries) {
      const key = JSON.stringify(by.map((column) => [column, Reflect.get(entry, column) as unknown]));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts].map(([key, count]) => ({
      ...(Object.fromEntries(JSON.parse(key) as [string, string][]) as object),
      count,
    }));
  }

  async find(
    context: TenantContext,
    _info: GraphQLResolveInfo,
    of: Reads,
    where: (row: Columns) => Condition,
  ): Promise<unknown> {
    const rows = await context.read((tx) =>
      this.rowsOf(tx, of, [where(this.tables.columns(of.entity, 'one'))]),
    );
    return rows[0] ?? null;
  }

  /** The value of a declared field of a row. */
  async value(
    tx: TenantTransaction,
    declared: Exclude<Declared, { from: 'resolver' }>,
    row: object,
    args: object,
  ): Promise<unknown> {
    const values = this.tables.values(row);
    if (declared.from === 'sql') {
      const [answer] = await send<{ value: unknown }>(tx, sql`SELECT ${declared.value(values)} AS value`);
      return answer?.value;
    }
    if (declared.from === 'page') {
      return this.pageOf(tx, declared.list as unknown as List<object>, args, declared.wish(values, args));
    }
    const other = this.tables.columns(declared.of.entity, 'one');
    if (declared.from === 'rows') {
      const { where, orderBy } = declared.rows(other, values);
      return this.rowsOf(tx, declared.of, where, orderBy);
    }
    const rows = await this.rowsOf(tx, declared.of, [declared.where(other, values)]);
    if (rows.length > 1) throw new Error('There are several rows where there can be one.');
    return rows[0] ?? null;
  }

  private rowsOf(
    tx: TenantTransaction,
    of: Reads,
    where: readonly Condition[],
    orderBy: readonly Order[] = [],
  ): Promise<object[]> {
    const order = orderBy.map(({ by, direction }) => sql`${by} ${raw(direction)}`);
    const sorted = order.length > 0 ? sql`ORDER BY ${commas(order)}` : raw('');
    const piece = sql`SELECT one.id ${this.tables.from(of.entity, 'one')}
      WHERE one.region_id = ${ASKER.regionId} AND ${all(where)} ${sorted}`;
    return this.tables.load(tx, of.entity, piece);
  }

  /** Reads the whole list and takes the page out of it. */
  private async pageOf<A extends object>(
    tx: TenantTransaction,
    list: List<A>,
    args: ConnectionArgs,
    wish: A,
  ): Promise<Page<unknown>> {
    const order = list.orderBy(this.tables.columns(list.of.entity, 'entry'), wish);
    const keyset = {
      name: list.name,
      order: order.map(({ by, direction }) => ({ expression: expressionOf(by), direction })),
    } as unknown as KeysetList;
    const request = readPage(args, keyset);
    const listed = await this.listAll(tx, list, wish, request.from);
    const whole = listed.filter(({ id }) => id !== null);
    const { beyond, kept } = cut(listed, request);
    const nodes = await this.tables.loadAll(
      tx,
      list.of.entity,
      kept.map(({ id }) => String(id)),
    );
    const cursors = cursorsOf(kept, keyset);
    const more = beyond.length > kept.length;
    const { backwards, from } = request;
    return {
      edges: nodes.map((node, at) => ({ node, cursor: cursors[at] ?? '' })),
      pageInfo: {
        hasNextPage: backwards ? from !== null : more,
        hasPreviousPage: backwards ? more : from !== null,
        startCursor: cursors.at(0) ?? null,
        endCursor: cursors.at(-1) ?? null,
      },
      totalCount: whole.length,
    };
  }

  private listAll<A extends object>(
    tx: TenantTransaction,
    list: List<A>,
    wish: A,
    from: PageRequest['from'],
  ): Promise<Listed[]> {
    const row = this.tables.columns(list.of.entity, 'entry');
    const order = list.orderBy(row, wish);
    const keys = order.map(({ by }, at) => sql`(${by}) AS ${raw(`key${at}`)}`);
    const texts = order.map(({ by }) => sql`(${by})::text`);
    const cursor =
      from &&
      sql`UNION ALL SELECT NULL::uuid, ${[...from]}::text[], ${commas(from.map((key) => sql`${key}`))}`;
    const sorted = order.map(({ direction }, at) => raw(`key${at} ${direction}`));
    return send<Listed>(
      tx,
      sql`SELECT id, keys FROM (
        SELECT entry.id, ARRAY[${commas(texts)}] AS keys, ${commas(keys)}
        ${this.tables.from(list.of.entity, 'entry')} ${list.joins?.(row, wish) ?? raw('')}
        WHERE entry.region_id = ${ASKER.regionId} AND ${all(list.where(row, wish))}
        ${cursor ?? raw('')}
      ) listed ORDER BY ${commas(sorted)}`,
    );
  }
}

/** What lies beyond the cursor in the direction of reading, and how much of it the page holds; both in the order of the list. */
function cut(listed: readonly Listed[], { size, backwards, from }: PageRequest) {
  const at = listed.findIndex(({ id }) => id === null);
  const [before, after] = at < 0 ? [listed, listed] : [listed.slice(0, at), listed.slice(at + 1)];
  const isAtCursor = ({ keys }: Listed): boolean => from?.every((key, index) => key === keys[index]) ?? false;
  const beyond = (backwards ? before : after).filter((one) => !isAtCursor(one));
  return { beyond, kept: backwards ? beyond.slice(-size) : beyond.slice(0, size) };
}

function cursorsOf(kept: readonly Listed[], keyset: KeysetList): string[] {
  return kept.map(({ keys }) => writeCursor(keyset, keys));
}

function all(conditions: readonly Condition[]): Sql {
  return conditions.reduce<Sql>((both, one) => (one ? sql`${both} AND (${one})` : both), raw('true'));
}

function commas(parts: readonly Sql[]): Sql {
  const [first = raw(''), ...rest] = parts;
  return rest.reduce((both, one) => sql`${both}, ${one}`, first);
}
