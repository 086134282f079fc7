import type { KeysetList, PageRequest } from '#graphql';
import { cursorSql, pageSql, pageValues, placedSql } from '#reads';
import type { Asker, PreparedStatement } from '#tenancy';
import { factsOf, GIVEN, valuesOf, type FiguresWish } from '../figure/figures.statement.js';
import type { FigureKind } from '../kind/figure-kind.js';

/** The latest month first. */
export function orderOf({ name }: Pick<FigureKind, 'name'>): KeysetList {
  return {
    name: `rows of ${name}`,
    order: [
      { expression: 'month', direction: 'DESC' },
      { expression: 'thing_id', direction: 'DESC' },
      { expression: 'unit_key', direction: 'DESC' },
    ],
  };
}

/** Of what is the network’s alone. */
const NO_UNIT = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** One page of what a figure was made of, and how many there are. */
export function figureRowsStatement(kind: FigureKind): string {
  const rows = kind.rows ?? kind.facts;
  const form = { list: orderOf(kind), types: ['date', 'uuid', 'uuid'], parameters: 10 };
  return `SELECT (WITH given AS (${GIVEN}, $10::uuid[]),
  rows AS MATERIALIZED (SELECT f.*, coalesce(f.unit_id, ${NO_UNIT}) AS unit_key FROM ${factsOf(kind, rows)}),
  ${placedSql(form, 'rows')}
  SELECT json_build_object(
    'totalCount', (SELECT count(*) FROM rows),
    'rows', (SELECT coalesce(json_agg(json_build_object('thingId', p.thing_id, 'unitId', p.unit_id, 'networkId', p.network_id,
        'month', p.month, 'numerator', trim_scale(p.numerator::numeric)::text, 'denominator', trim_scale(p.denominator::numeric)::text,
        'cursor', ${cursorSql(form)}) ORDER BY p.ordinal), '[]')
      FROM (${pageSql(form)}) p))::text) AS answer`;
}

export function askFigureRows(
  kind: FigureKind,
  wish: Pick<FiguresWish, 'scope' | 'months' | 'zone'>,
  page: PageRequest,
  asker: Asker,
): PreparedStatement {
  return {
    name: asker.sharesPlans ? `figure-rows-${kind.name}` : undefined,
    text: figureRowsStatement(kind),
    values: [...valuesOf(wish, asker), ...pageValues(orderOf(kind), page)],
  };
}
