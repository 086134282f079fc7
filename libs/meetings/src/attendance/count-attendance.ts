import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';

// Whoever had left the network before a meeting began was not called to it.
const COUNT = `
  SELECT count(*)::int AS "ofAll", (count(*) FILTER (WHERE EXISTS (SELECT FROM attendance_entry e
    WHERE e.region_id = $1 AND e.meeting_id = m.id AND e.unit_id = $3 AND e.act = 'ARRIVED' AND e.struck_at IS NULL)))::int AS attended
  FROM meeting m JOIN meeting_answer a ON a.region_id = $1 AND a.meeting_id = m.id AND a.unit_id = $3
  WHERE m.region_id = $1 AND m.network_id = $2 AND m.kind IN ('REGULAR', 'EXTRAORDINARY')
    AND m.state IN ('IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED')
    AND (a.ended_at IS NULL OR a.ended_at > m.begun_at) AND m.starts_at >= $4 AND m.starts_at < $5`;

/** Of the joint meetings that were held within the span: to how many a unit was called, and to how many it came. */
export async function countAttendance(
  tx: TenantTransaction,
  networkId: string,
  unitId: string,
  { startsAt, endsAt }: Span,
): Promise<{ attended: number; ofAll: number }> {
  const parameters = [tx.regionId, networkId, unitId, startsAt, endsAt];
  const [count] = await tx.query<{ attended: number; ofAll: number }>(COUNT, parameters);
  if (!count) throw new Error('A count gave no row.');
  return count;
}
