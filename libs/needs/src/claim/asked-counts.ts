import { MS_PER_DAY } from '#calendar';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';

/** As far back as matching counts, too. */
const LATELY_DAYS = 365;

export interface AskedCount {
  readonly unit: Unit | null;
  readonly asked: number;
  readonly accepted: number;
  readonly declined: number;
  readonly lastAskedAt: Date;
}

const COUNTS = `SELECT unit_id AS "unitId", count(*)::int AS asked,
    (count(*) FILTER (WHERE accepted_at IS NOT NULL))::int AS accepted,
    (count(*) FILTER (WHERE state = 'DECLINED'))::int AS declined, max(asked_at) AS "lastAskedAt"
  FROM claim WHERE region_id = $1 AND network_id = $2 AND asked_at > $3 AND ($4::uuid IS NULL OR unit_id = $4)
  GROUP BY unit_id ORDER BY asked DESC, "lastAskedAt" DESC, unit_id`;

/** Of all units for the committee of that network, of one's own for its liaisons, of none for others. */
export async function listAskedCounts(tx: TenantTransaction, networkId: string): Promise<AskedCount[]> {
  const { role, unitId, convenedNetworkIds } = tx.actor;
  if (role === 'REPRESENTATIVE' || role === 'STEWARD') return [];
  const since = new Date(tx.now.getTime() - LATELY_DAYS * MS_PER_DAY);
  const whose = convenedNetworkIds.includes(networkId) ? null : unitId;
  const rows = await tx.query<AskedCount & { unitId: string }>(COUNTS, [
    tx.regionId,
    networkId,
    since,
    whose,
  ]);
  return Promise.all(
    rows.map(async ({ unitId: id, ...counts }) => ({ ...counts, unit: await tx.find(Unit, id) })),
  );
}
