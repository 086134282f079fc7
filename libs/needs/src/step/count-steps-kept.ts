import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';

// The last local day on which a step is in time is the day that it names.
const COUNT = `
  SELECT count(*)::int AS "ofAll", (count(*) FILTER (WHERE (done_at AT TIME ZONE $3)::date <= due_on))::int AS kept
  FROM project_step WHERE region_id = $1 AND project_id = $2`;

/** How many steps a project has set itself, and how many of them were done by their day. */
export async function countStepsKept(
  tx: TenantTransaction,
  projectId: string,
): Promise<{ kept: number; ofAll: number }> {
  const zone = await timeZoneOf(tx);
  const [count] = await tx.query<{ kept: number; ofAll: number }>(COUNT, [tx.regionId, projectId, zone]);
  if (!count) throw new Error('A count gave no row.');
  return count;
}
