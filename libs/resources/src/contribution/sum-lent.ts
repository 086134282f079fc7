import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import type { ContributionMeasure } from './contribution.entity.js';

/** What was lent in one measure. */
export interface Lent {
  readonly measure: ContributionMeasure;
  /** The sum times sixty, exact. */
  readonly sixtieths: string;
  /** How many bookings it comes from. */
  readonly bookings: number;
}

// What was entered and taken back again adds nothing, and its booking is none that counts.
const SUM = `
  SELECT measure, sum(lent)::text AS sixtieths, count(*)::int AS bookings
  FROM (SELECT measure, booking_id, sum(sixtieths) AS lent FROM contribution
    WHERE region_id = $1 AND network_id = $2 AND booking_id IS NOT NULL
      AND ($3::uuid[] IS NULL OR booking_id = ANY ($3)) AND ($4::uuid IS NULL OR unit_id = $4)
      AND ($5::timestamptz IS NULL OR used_at >= $5) AND ($6::timestamptz IS NULL OR used_at < $6)
    GROUP BY measure, booking_id HAVING sum(sixtieths) <> 0) used
  GROUP BY measure ORDER BY measure`;

/** By measure, what these bookings of a network have come to; as far as the actor reads the accounts. */
export async function sumLentByBookings(
  tx: TenantTransaction,
  networkId: string,
  bookingIds: readonly string[],
): Promise<Lent[]> {
  return tx.query<Lent>(SUM, [tx.regionId, networkId, bookingIds, null, null, null]);
}

/** By measure, what a unit has lent through a network by uses that began within the span. */
export async function sumLentByUnit(
  tx: TenantTransaction,
  networkId: string,
  unitId: string,
  { startsAt, endsAt }: Span,
): Promise<Lent[]> {
  return tx.query<Lent>(SUM, [tx.regionId, networkId, null, unitId, startsAt, endsAt]);
}
