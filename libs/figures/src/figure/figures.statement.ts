import { REGION } from '#reads';
import type { Asker, PreparedStatement } from '#tenancy';
import { NETWORKS, type FigureKind } from '../kind/figure-kind.js';
import { FigureNature } from '../kind/figure-nature.enum.js';
import type { FigureName } from '../kind/figure-name.enum.js';
import type { FigurePeriodBy } from '../period/figure-period-by.enum.js';
import type { FigureMonths } from '../period/figure-periods.js';
import type { FigureScope } from '../scope/figure-scope.js';

export interface FiguresWish {
  readonly scope: Pick<FigureScope, 'networkIds' | 'readNetworkIds' | 'unitId'>;
  readonly months: FigureMonths;
  readonly zone: string;
  readonly by: FigurePeriodBy;
  readonly names: readonly FigureName[];
  readonly byUnit: boolean;
  readonly byNetwork: boolean;
}

/** The statement of some figures, and the name to prepare it by, if it has one. */
export interface FiguresText {
  readonly text: string;
  readonly nameOf: () => string | undefined;
}

/** What every statement of figures is given, whatever of it its pieces look at. */
export const GIVEN = `SELECT ${REGION}, $2::timestamptz, $3::uuid[], $4::date, $5::date, $6::timestamptz, $7::timestamptz, $8::text`;

/** The facts of a figure that may be read: what a network publishes only where that is read. */
export function factsOf({ audience }: Pick<FigureKind, 'audience'>, facts: string): string {
  const read = audience === 'NETWORK' ? 'AND f.network_id = ANY ($10::uuid[])' : '';
  return `(${facts}) f WHERE ($9::uuid IS NULL OR f.unit_id = $9) ${read}`;
}

/** The first ten parameters of every statement of figures. */
export function valuesOf(
  { scope, months, zone }: Pick<FiguresWish, 'scope' | 'months' | 'zone'>,
  { regionId, now }: Asker,
): unknown[] {
  const { firstMonth, monthAfter, span } = months;
  const { networkIds, readNetworkIds, unitId } = scope;
  const where = [...new Set([...networkIds, ...readNetworkIds])];
  return [
    regionId,
    now,
    where,
    firstMonth,
    monthAfter,
    span.startsAt,
    span.endsAt,
    zone,
    unitId,
    readNetworkIds,
  ];
}

/**
 * These figures as one statement. Only its parameters differ from request to request, so that each connection plans it
 * once. Of figures that are not in it nothing has to be planned, which of all takes longer than to run a few.
 */
export function figuresStatement(kinds: readonly FigureKind[]): string {
  const distinct = kinds.filter(({ nature }) => nature === FigureNature.DISTINCT).map(({ name }) => name);
  const known = kinds.map(
    ({ name, nature, scale = 1 }) =>
      `('${name}', ${nature === FigureNature.ADDITIVE || nature === FigureNature.STOCK ? scale : 'NULL'})`,
  );
  return `SELECT (WITH given AS (${GIVEN}, $10::uuid[]),
  kinds (name, scale) AS (VALUES ${known.join(', ')}),
  facts AS MATERIALIZED (${kinds.map(branch).join('\n    UNION ALL')}),
  sums AS (
    SELECT name, NULL::uuid AS unit_id, NULL::uuid AS network_id, period, ${sums(distinct)}
    FROM facts GROUP BY GROUPING SETS ((name, period), (name))
    UNION ALL
    SELECT name, unit_id, NULL, period, ${sums(distinct)}
    FROM facts WHERE $13::boolean AND unit_id IS NOT NULL AND NOT name = ANY ('{${distinct.join()}}')
    GROUP BY GROUPING SETS ((name, unit_id, period), (name, unit_id))
    UNION ALL
    SELECT name, NULL, network_id, period, ${sums(distinct)}
    FROM facts WHERE $14::boolean GROUP BY GROUPING SETS ((name, network_id, period), (name, network_id))),
  told AS (
    SELECT s.name, s.unit_id, s.network_id, s.period, s.numerator,
      coalesce(k.scale, s.denominator) AS denominator,
      round(s.numerator / nullif(coalesce(k.scale, s.denominator), 0), 4) AS value
    FROM sums s JOIN kinds k ON k.name = s.name)
  SELECT json_build_object(
    'sums', (SELECT coalesce(json_agg(json_build_object('name', t.name, 'unitId', t.unit_id, 'networkId', t.network_id,
      'period', t.period, 'numerator', trim_scale(t.numerator)::text, 'denominator', trim_scale(t.denominator)::text,
      'value', trim_scale(t.value)::text, 'rank', t.rank)), '[]')
      FROM (SELECT told.*, CASE WHEN unit_id IS NOT NULL AND period IS NULL THEN
        rank() OVER (PARTITION BY name, unit_id IS NULL, period IS NULL ORDER BY value DESC NULLS LAST) END AS rank FROM told) t),
    'memberIds', (SELECT coalesce(json_agg(DISTINCT m.unit_id), '[]') FROM membership m
      WHERE $13::boolean AND m.region_id = ${REGION} AND m.network_id = ${NETWORKS} AND m.state = 'ACTIVE' AND m.role <> 'GUEST'
        AND ($9::uuid IS NULL OR m.unit_id = $9)))::text) AS answer`;
}

/** The condition is decided before anything of the figure is read. */
function branch(kind: FigureKind): string {
  return `
    SELECT '${kind.name}' AS name, f.network_id, f.unit_id, date_trunc($11::text, f.month)::date AS period,
      f.numerator::numeric AS numerator, f.denominator::numeric AS denominator
    FROM ${factsOf(kind, kind.facts)} AND '${kind.name}' = ANY ($12::text[])`;
}

function sums(distinct: readonly string[]): string {
  const isDistinct = `name = ANY ('{${distinct.join()}}')`;
  return ['numerator', 'denominator']
    .map(
      (
        side,
      ) => `CASE WHEN ${isDistinct} THEN count(DISTINCT unit_id) FILTER (WHERE ${isDistinct} AND ${side} > 0)::numeric
      ELSE sum(${side}) END AS ${side}`,
    )
    .join(', ');
}

export function askFigures(
  { text, nameOf }: FiguresText,
  wish: FiguresWish,
  asker: Asker,
): PreparedStatement {
  const { by, names, byUnit, byNetwork } = wish;
  return {
    name: asker.sharesPlans ? nameOf() : undefined,
    text,
    values: [...valuesOf(wish, asker), by.toLowerCase(), names, byUnit, byNetwork],
  };
}
