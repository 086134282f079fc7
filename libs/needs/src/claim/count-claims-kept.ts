import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';

const COUNT = `
  SELECT count(*)::int AS "ofAll", (count(*) FILTER (WHERE state = 'DONE'))::int AS kept
  FROM claim WHERE region_id = $1 AND network_id = $2 AND unit_id = $3 AND accepted_at >= $4 AND accepted_at < $5`;

/** How many needs of a network a unit has taken on within the span, and to how many of them it has seen since. */
export async function countClaimsKept(
  tx: TenantTransaction,
  networkId: string,
  unitId: string,
  { startsAt, endsAt }: Span,
): Promise<{ kept: number; ofAll: number }> {
  const parameters = [tx.regionId, networkId, unitId, startsAt, endsAt];
  const [count] = await tx.query<{ kept: number; ofAll: number }>(COUNT, parameters);
  if (!count) throw new Error('A count gave no row.');
  return count;
}
