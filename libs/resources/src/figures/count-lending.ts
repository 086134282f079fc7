import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import type { BookingReason } from '../booking/booking.entity.js';

/** Whose bookings are counted: of an offer or of all of a unit, through these networks or through all. */
export interface LendingWish {
  readonly unitId: string;
  readonly offerId: string | null;
  readonly networkIds: readonly string[] | null;
  /** The offers whose use counts for utilisation. */
  readonly wholeIds: readonly string[];
}

export interface LendingCount {
  readonly requests: number;
  readonly answers: number;
  /** Over all of them together, exact. */
  readonly answerMinutes: string;
  readonly medianAnswerMinutes: string | null;
  readonly declines: readonly { reason: BookingReason; count: number }[];
  readonly uses: number;
  readonly usedMinutes: number;
  readonly utilisedMinutes: number;
  readonly noShows: number;
}

/*
 * Every figure is about the bookings whose booked start lies in the period.
 * - Request: one that was asked for here, whatever became of it; what was recorded after the fact is none, nor is what
 *   was moved: it counts where it went.
 * - Answer: a person's yes or no that still stands; its time runs from when that person was asked, which is after the
 *   wait and after the committee's word. Not an answer: confirming by itself, lapsing, being called off, declining because
 *   of a clash or a withdrawn offer, what a committee takes in an emergency, and a no to one that still waits.
 * - Decline: a request that ended with no, by its reason. Wishes refused at once are stored nowhere and not counted.
 * - Use: a booking that is COMPLETED, for the minutes between hand-over and return. For utilisation only those within the
 *   booked span count, or what comes back a day late would use up hours that others had.
 * - No-show: one that was recorded and not contested, or upheld.
 */
const COUNT = `
  WITH met AS (
    SELECT b.offer_id, b.state, b.reason, b.recorded_at IS NULL AND b.reason IS DISTINCT FROM 'MOVED' AS is_request,
      CASE WHEN b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED', 'NO_SHOW')
          OR b.state = 'DECLINED' AND b.reason IN ('OWNER_DECLINED', 'COMMITTEE_DECLINED')
        THEN extract(epoch FROM b.settled_at - b.asked_at) / 60 END AS answer_minutes,
      CASE WHEN b.state = 'COMPLETED' THEN
        extract(epoch FROM date_trunc('minute', u.returned_at) - date_trunc('minute', u.handed_over_at)) / 60
      END AS used_minutes,
      CASE WHEN b.state = 'COMPLETED' THEN greatest(0, extract(epoch FROM
        least(date_trunc('minute', u.returned_at), b.ends_at) - greatest(date_trunc('minute', u.handed_over_at), b.starts_at)) / 60)
      END AS booked_minutes,
      b.state = 'NO_SHOW' AND n.standing IN ('RECORDED', 'UPHELD') AS is_no_show
    FROM booking b
    LEFT JOIN booking_use u ON u.region_id = $1 AND u.id = b.id
    LEFT JOIN no_show n ON n.region_id = $1 AND n.id = b.id
    WHERE b.region_id = $1 AND b.owner_unit_id = $2 AND ($3::uuid IS NULL OR b.offer_id = $3)
      AND ($4::uuid[] IS NULL OR b.network_id = ANY ($4)) AND b.starts_at >= $5 AND b.starts_at < $6)
  SELECT count(*) FILTER (WHERE is_request)::int AS requests,
    count(answer_minutes)::int AS answers,
    coalesce(sum(answer_minutes), 0)::text AS "answerMinutes",
    round((percentile_cont(0.5) WITHIN GROUP (ORDER BY answer_minutes))::numeric, 1)::text AS "medianAnswerMinutes",
    (SELECT coalesce(json_agg(declined ORDER BY reason), '[]') FROM (
      SELECT reason, count(*)::int AS count FROM met WHERE state = 'DECLINED' GROUP BY reason) declined) AS declines,
    count(used_minutes)::int AS uses,
    coalesce(sum(used_minutes), 0)::int AS "usedMinutes",
    coalesce(sum(booked_minutes) FILTER (WHERE offer_id = ANY ($7)), 0)::int AS "utilisedMinutes",
    count(*) FILTER (WHERE is_no_show)::int AS "noShows"
  FROM met`;

/** As far as the actor sees the bookings. */
export async function countLending(
  tx: TenantTransaction,
  { unitId, offerId, networkIds, wholeIds }: LendingWish,
  { startsAt, endsAt }: Span,
): Promise<LendingCount> {
  const parameters = [tx.regionId, unitId, offerId, networkIds, startsAt, endsAt, wholeIds];
  const [count] = await tx.query<LendingCount>(COUNT, parameters);
  if (!count) throw new Error('A count gave no row.');
  return count;
}
