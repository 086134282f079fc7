import { NOW, REGION } from '#reads';
import { NETWORKS, monthOf, type FigureKind } from '../kind/figure-kind.js';
import { FigureMeasure } from '../kind/figure-measure.enum.js';
import { FigureNature } from '../kind/figure-nature.enum.js';
import { FigureName } from '../kind/figure-name.enum.js';
import { COVERAGE_WORDS as WORDS } from './coverage.words.js';

const MEMBERS = `membership m
  WHERE m.region_id = ${REGION} AND m.network_id = ${NETWORKS} AND m.state = 'ACTIVE' AND m.role <> 'GUEST'`;

/** Of the units that belong to the network, those that took part; in what is said by the libraries that know it. */
export function coverageOf(parts: readonly string[]): FigureKind {
  return {
    name: FigureName.COVERAGE,
    ...WORDS.COVERAGE,
    measure: FigureMeasure.SHARE,
    nature: FigureNature.DISTINCT,
    audience: 'OWN',
    isOfUnits: false,
    thing: 'Unit',
    // Stands beside each unit in each month since it has belonged: a period has those of its last month.
    facts: `
      SELECT m.network_id, m.unit_id, s.month, 0 AS numerator, 1 AS denominator
      FROM (SELECT m.network_id, m.unit_id, ${monthOf('m.active_since')} AS since FROM ${MEMBERS}) m
      JOIN generate_series($4::date, $5::date - 1, interval '1 month') AS g (at) ON true
      CROSS JOIN LATERAL (SELECT g.at::date AS month) s
      WHERE m.since <= s.month AND s.month <= ${monthOf(NOW)}
      UNION ALL ${taking(parts)}`,
    rows: `SELECT unit_id AS thing_id, network_id, unit_id, month, numerator, 0 AS denominator FROM ${taking(parts)} took`,
  };
}

/** A unit that has left meanwhile counts on neither side. What is taken part in is read once, and not for each member. */
function taking(parts: readonly string[]): string {
  const took = parts.length > 0 ? parts.join(' UNION ALL ') : NOBODY;
  return `(
    WITH took AS MATERIALIZED (SELECT DISTINCT p.network_id, p.unit_id, p.month FROM (${took}) p)
    SELECT p.network_id, p.unit_id, p.month, 1 AS numerator, 0 AS denominator
    FROM took p JOIN membership m ON m.region_id = ${REGION} AND m.network_id = p.network_id AND m.unit_id = p.unit_id
    WHERE m.state = 'ACTIVE' AND m.role <> 'GUEST' AND ${monthOf('m.active_since')} <= p.month)`;
}

const NOBODY = 'SELECT NULL::uuid AS network_id, NULL::uuid AS unit_id, NULL::date AS month WHERE false';
