import { ASKER, join, raw, sql, type RowAround, type Sql } from '#reads';

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

/** By which the statement calls an offer. */
export const OFFER_ALIAS = 'o';

/** A minute of a buffer, as an interval. */
const GAP = raw(`greatest(o.buffer_before_minutes, o.buffer_after_minutes) * interval '1 minute'`);

/**
 * Offers that are published, with what is taken of each in the span, its closures from then on, the zone and the versions
 * of the calendar: all that judging them needs, and what `around` adds for the client. Which rows are seen, the row
 * policies say, and their index finds them: the order is one that no other index has.
 */
export function candidatesSql(columns: Sql, wish: CandidateWish, around: RowAround | null = null): Sql {
  const written = (around?.objects ?? []).flatMap((object, at, all) =>
    all.indexOf(object) === at ? [sql`, ${object} AS ${raw(`"$written${at}"`)}`] : [],
  );
  return sql`(SELECT json_build_object(
    'now', ${ASKER.now}::timestamptz,
    'zone', (SELECT region.time_zone FROM region WHERE region.id = ${ASKER.regionId}),
    'years', (SELECT coalesce(json_agg(json_build_object('year', year, 'version', version, 'announced', announced)
      ORDER BY year), '[]') FROM calendar_year),
    'offers', (SELECT coalesce(json_agg(candidate), '[]') FROM (
      SELECT ${columns}, ${takenSql(wish)}${join(written, '')}
      FROM (${offersSql(wish)}) o ${join(around?.joins ?? [], ' ')} ORDER BY o."$place") candidate)))`;
}

function offersSql({ networkIds, unitId, kinds, patterns, most }: CandidateWish): Sql {
  const inNetworks = sql`AND o.id IN (SELECT shown.offer_id FROM offer_publication shown
    WHERE shown.region_id = ${ASKER.regionId} AND shown.network_id = ANY (${networkIds}::uuid[])
      AND shown.withdrawn_at IS NULL)`;
  const isFound = sql`AND (SELECT bool_and(o.search_text ~ word OR owner.search_text ~ word)
    FROM unnest(${patterns}::text[]) word
    LEFT JOIN unit owner ON owner.region_id = ${ASKER.regionId} AND owner.id = o.unit_id)`;
  return sql`SELECT o.*, row_number() OVER (ORDER BY (o.title || '') COLLATE "zh-x-icu", o.id) AS "$place"
    FROM offer o
    WHERE o.region_id = ${ASKER.regionId} AND o.state = 'PUBLISHED' ${networkIds === null ? raw('') : inNetworks}
      ${unitId === null ? raw('') : sql`AND o.unit_id = ${unitId}`}
      ${kinds === null ? raw('') : sql`AND o.kind = ANY (${kinds}::text[])`} ${patterns === null ? raw('') : isFound}
    ORDER BY "$place" LIMIT ${most}`;
}

/** Whole, in shares, by how many begin in a month, which has 31 days at most, or closed by its owner. */
function takenSql({ from, to }: CandidateWish): Sql {
  return sql`CASE WHEN o.kind NOT IN ('POWER_SUPPLY', 'EQUIPMENT') THEN
      (SELECT json_agg(json_build_object('startsAt', b.starts_at, 'keptUntil', b.kept_until))
        FROM occupancy b WHERE b.region_id = ${ASKER.regionId} AND b.offer_id = o.id
          AND b.starts_at < ${to}::timestamptz + ${GAP} AND b.kept_until > ${from}::timestamptz) END AS taken,
    CASE WHEN o.kind IN ('POWER_SUPPLY', 'EQUIPMENT') THEN
      (SELECT json_agg(json_build_object('startsAt', s.starts_at, 'keptUntil', s.kept_until,
          'low', s.low::text, 'high', s.high::text))
        FROM pool_share s WHERE s.region_id = ${ASKER.regionId} AND s.offer_id = o.id
          AND s.starts_at < ${to}::timestamptz + ${GAP} AND s.kept_until > ${from}::timestamptz) END AS shares,
    CASE WHEN o.sessions_per_month IS NOT NULL THEN
      (SELECT json_agg(b.starts_at) FROM occupancy b WHERE b.region_id = ${ASKER.regionId} AND b.offer_id = o.id
        AND b.starts_at > ${from}::timestamptz - interval '32 days'
        AND b.ends_at > ${from}::timestamptz - interval '32 days'
        AND b.starts_at < ${from}::timestamptz + interval '32 days') END AS begun,
    (SELECT json_agg(json_build_object('startsAt', c.starts_at, 'endsAt', c.ends_at,
        'reason', c.reason) ORDER BY c.starts_at, c.id)
      FROM offer_closure c WHERE c.region_id = ${ASKER.regionId} AND c.offer_id = o.id
        AND c.ends_at > ${from}::timestamptz) AS closures`;
}
