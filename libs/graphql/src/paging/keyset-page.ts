import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ConnectionArgs } from './connection.args.js';
import { buildPage, type Page } from './page.js';
import { readPage, type KeysetColumn, type KeysetList, type PageRequest } from './page-request.js';

/**
 * One page by keyset. The query may join to-one only. Keys are read as text by the database itself, since a
 * JavaScript Date would lose the microseconds. The count ignores the page, and is made only when asked for.
 */
export async function loadPage<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  list: KeysetList,
  args: ConnectionArgs,
  countAll: boolean,
): Promise<Page<T>> {
  const request = readPage(args, list);
  const totalCount = countAll ? await query.clone().getCount() : undefined;
  const { raw, entities } = await applyKeyset(query.clone(), list, request).getRawAndEntities<
    Record<string, string>
  >();
  if (raw.length !== entities.length) throw new Error(`${list.name} joins to-many; a keyset page may not.`);
  const rows = entities.map((node, index) => ({
    node,
    keys: list.order.map((_column, column) => raw[index]?.[`keyset_${column}`] ?? ''),
  }));
  return buildPage(rows, request, list, totalCount);
}

/** Adds where, order and limit to the query. */
export function applyKeyset<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  { order }: KeysetList,
  { from, backwards, size }: PageRequest,
): SelectQueryBuilder<T> {
  const columns = backwards ? order.map(turn) : order;
  for (const [index, { expression, direction }] of columns.entries()) {
    query.addSelect(`(${expression})::text`, `keyset_${index}`);
    query.addOrderBy(expression, direction);
  }
  if (from !== null) {
    query.andWhere(
      `(${after(columns)})`,
      Object.fromEntries(from.map((key, index) => [`keyset_${index}`, key])),
    );
  }
  return query.limit(size + 1);
}

function turn({ expression, direction }: KeysetColumn): KeysetColumn {
  return { expression, direction: direction === 'ASC' ? 'DESC' : 'ASC' };
}

/** A row comparison where an index can serve it, else column by column. */
function after(columns: readonly KeysetColumn[]): string {
  const direction = columns[0]?.direction ?? 'ASC';
  if (columns.every((column) => column.direction === direction)) {
    const keys = columns.map((_column, index) => `:keyset_${index}`);
    return `(${columns.map(({ expression }) => expression).join(', ')}) ${beyond(direction)} (${keys.join(', ')})`;
  }
  const steps = columns.map((column, index) =>
    [
      ...columns.slice(0, index).map(({ expression }, earlier) => `${expression} = :keyset_${earlier}`),
      `${column.expression} ${beyond(column.direction)} :keyset_${index}`,
    ].join(' AND '),
  );
  return steps.map((step) => `(${step})`).join(' OR ');
}

function beyond(direction: 'ASC' | 'DESC'): '>' | '<' {
  return direction === 'ASC' ? '>' : '<';
}
