import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';

// Service days come by themselves, and are nobody’s doing.
const COUNT = `
  SELECT count(DISTINCT d.id)::int AS led
  FROM dish d JOIN dish_date t ON t.region_id = $1 AND t.dish_id = d.id
  WHERE d.region_id = $1 AND d.network_id = $2 AND d.lead_unit_id = $3 AND d.published_at IS NOT NULL
    AND d.kind <> 'SERVICE_DAY' AND t.cancelled_at IS NULL AND t.ends_at <= $6 AND t.starts_at >= $4 AND t.starts_at < $5`;

/** How many published activities a unit has led of which a date within the span was held by now. */
export async function countDishesLed(
  tx: TenantTransaction,
  networkId: string,
  unitId: string,
  { startsAt, endsAt }: Span,
): Promise<number> {
  const parameters = [tx.regionId, networkId, unitId, startsAt, endsAt, tx.now];
  const [count] = await tx.query<{ led: number }>(COUNT, parameters);
  return count?.led ?? 0;
}
