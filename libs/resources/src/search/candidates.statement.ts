import type { PreparedStatement } from '#tenancy';

/** What the database narrows candidates down to; null where it does not. */
export interface CandidateWish {
  readonly networkIds: readonly string[] | null;
  readonly unitId: string | null;
  readonly kinds: readonly string[] | null;
  /** Regular expressions, each of which must be met. */
  readonly patterns: readonly string[] | null;
  readonly from: Date;
  readonly to: Date;
  /** Rows at most. */
  readonly most: number;
}

/** A minute of a buffer, as an interval. */
const GAP = `greatest(o.buffer_before_minutes, o.buffer_after_minutes) * interval '1 minute'`;

const IN_NETWORKS = `AND o.id IN (SELECT shown.offer_id FROM offer_publication shown
  WHERE shown.region_id = $1 AND shown.network_id = ANY ($8::uuid[]) AND shown.withdrawn_at IS NULL)`;

/**
 * Offers that are published, with what is taken of each in the span, its closures from then on, the zone and the version of the calendar: all that
 * judging them needs, in one statement. Which rows are seen, the row policies say, and their index finds them: the order
 * is one that no other index has.
 */
export function candidatesStatement(
  columns: string,
  { regionId, isPrepared }: { readonly regionId: string; readonly isPrepared: boolean },
  { networkIds, unitId, kinds, patterns, from, to, most }: CandidateWish,
): PreparedStatement {
  const text = `SELECT json_build_object(
    'zone', (SELECT region.time_zone FROM region WHERE region.id = $1),
    'years', (SELECT coalesce(json_agg(json_build_object('year', year, 'version', version, 'announced', announced)
      ORDER BY year), '[]') FROM calendar_year),
    'offers', (SELECT coalesce(json_agg(candidate), '[]') FROM (
      SELECT ${columns},
        (SELECT coalesce(json_agg(json_build_object('startsAt', b.starts_at, 'keptUntil', b.kept_until)), '[]')
          FROM occupancy b WHERE b.region_id = $1 AND b.offer_id = o.id
            AND b.starts_at < $6::timestamptz + ${GAP} AND b.kept_until > $5::timestamptz) AS taken,
        (SELECT coalesce(json_agg(json_build_object('startsAt', s.starts_at, 'keptUntil', s.kept_until,
            'low', s.low::text, 'high', s.high::text)), '[]')
          FROM pool_share s WHERE s.region_id = $1 AND s.offer_id = o.id
            AND s.starts_at < $6::timestamptz + ${GAP} AND s.kept_until > $5::timestamptz) AS shares,
        (SELECT coalesce(json_agg(json_build_object('startsAt', c.starts_at, 'endsAt', c.ends_at,
            'reason', c.reason) ORDER BY c.starts_at, c.id), '[]')
          FROM offer_closure c WHERE c.region_id = $1 AND c.offer_id = o.id
            AND c.ends_at > $5::timestamptz) AS closures
      FROM offer o
      WHERE o.region_id = $1 AND o.state = 'PUBLISHED' ${networkIds ? IN_NETWORKS : ''}
        AND ($2::uuid IS NULL OR o.unit_id = $2) AND ($3::text[] IS NULL OR o.kind = ANY ($3))
        AND ($4::text[] IS NULL OR (SELECT bool_and(o.search_text ~ word OR owner.search_text ~ word)
          FROM unnest($4::text[]) word LEFT JOIN unit owner ON owner.region_id = $1 AND owner.id = o.unit_id))
      ORDER BY (o.title || '') COLLATE "zh-x-icu", o.id LIMIT $7) candidate)) AS answer`;
  const values = [regionId, unitId, kinds, patterns, from, to, most];
  const name = networkIds ? 'offer_candidates_of_networks' : 'offer_candidates';
  return {
    name: isPrepared ? name : undefined,
    text,
    values: networkIds ? [...values, networkIds] : values,
  };
}
