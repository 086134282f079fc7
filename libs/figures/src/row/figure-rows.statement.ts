import { cursorScope, type KeysetList, type PageRequest } from '#graphql';
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

const KEYS = 'json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text';
const FROM = '($11::text::date, $12::text::uuid, $13::text::uuid)';
/** Of what is the network's alone. */
const NO_UNIT = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** One page of what a figure was made of, and how many there are. */
export function figureRowsStatement(kind: FigureKind): string {
  const rows = kind.rows ?? kind.facts;
  return `SELECT (WITH given AS (${GIVEN}, $10::uuid[]),
  rows AS MATERIALIZED (SELECT f.*, coalesce(f.unit_id, ${NO_UNIT}) AS unit_key FROM ${factsOf(kind, rows)}),
  placed AS MATERIALIZED (SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS place FROM rows r)
  SELECT json_build_object(
    'totalCount', (SELECT count(*) FROM rows),
    'rows', (SELECT coalesce(json_agg(json_build_object('thingId', p.thing_id, 'unitId', p.unit_id, 'networkId', p.network_id,
        'month', p.month, 'numerator', trim_scale(p.numerator::numeric)::text, 'denominator', trim_scale(p.denominator::numeric)::text,
        'cursor', app.cursor('${cursorScope(orderOf(kind))}', ${KEYS})) ORDER BY p.place), '[]')
      FROM (SELECT placed.* FROM placed
        WHERE CASE WHEN $11::text IS NULL THEN true WHEN $14::boolean THEN (month, thing_id, unit_key) > ${FROM}
          ELSE (month, thing_id, unit_key) < ${FROM} END
        ORDER BY CASE WHEN $14::boolean THEN -place ELSE place END LIMIT $15::integer) p))::text) AS answer`;
}

/** One row more than the page, to tell whether more follow. */
export function askFigureRows(
  kind: FigureKind,
  wish: Pick<FiguresWish, 'scope' | 'months' | 'zone'>,
  page: PageRequest,
  asker: Asker,
): PreparedStatement {
  const [month = null, thingId = null, unitKey = null] = page.from ?? [];
  return {
    name: asker.sharesPlans ? `figure-rows-${kind.name}` : undefined,
    text: figureRowsStatement(kind),
    values: [...valuesOf(wish, asker), month, thingId, unitKey, page.backwards, page.size + 1],
  };
}
