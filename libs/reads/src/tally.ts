import type { AnyColumns, Condition, List } from './declare.js';
import { join, quote, raw, Sql, sql } from './sql.js';
import type { Table } from './tables.js';

const ALIAS = 'entry';

/** How many entries of a list are alike in these columns. */
export type Tally<Column extends string> = Readonly<Record<Column, string>> & { readonly count: number };

/** By the very conditions of the list's pages, so that the counts add up to its total. */
export function tallySql(list: List, table: Table, wish: object, by: readonly string[]): Sql {
  const row = table.columnsOf(ALIAS);
  const own = (list.joins as ((row: AnyColumns, wish: object) => Sql) | undefined)?.(row, wish);
  const conditions = (list.where as (row: AnyColumns, wish: object) => readonly Condition[])(row, wish);
  const where = conditions.filter((one) => one instanceof Sql);
  const columns = by.map((name) => sql`${row[name]}`);
  const pairs = by.map((name, at) => sql`${quote(name)}, ${columns[at]}`);
  return sql`(SELECT coalesce(json_agg(tally.entry), '[]')::text FROM (
    SELECT json_build_object(${join([...pairs, sql`'count', count(*)`], ', ')}) AS entry
    ${table.from({ alias: ALIAS, joins: own ? [own] : [] }, where)}
    GROUP BY ${join(columns.length > 0 ? columns : [raw('()')], ', ')}) tally)`;
}
