import { MS_PER_DAY } from '#calendar';
import { LATELY_DAYS } from '#needs';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import type { DishOrder } from '../order/dish-order.entity.js';
import type { DishOrderRequestState } from './dish-order-request.entity.js';

export interface DispatchCandidate {
  readonly unit: Unit | null;
  readonly asked: number;
  readonly accepted: number;
  readonly declined: number;
  readonly taken: number;
  readonly lastAskedAt: Date | null;
  readonly forThis: DishOrderRequestState | null;
}

const COUNTS = `SELECT m.unit_id AS "unitId", c.*,
    (SELECT r.state FROM dish_order_request r WHERE r.region_id = $1 AND r.order_id = $4 AND r.unit_id = m.unit_id
      ORDER BY r.updated_at DESC, r.id DESC LIMIT 1) AS "forThis"
  FROM membership m CROSS JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE way = 'NAMED'))::int AS asked,
      (count(*) FILTER (WHERE way = 'NAMED' AND state IN ('ACCEPTED', 'DONE', 'UNSATISFIED')))::int AS accepted,
      (count(*) FILTER (WHERE state = 'DECLINED'))::int AS declined,
      (count(*) FILTER (WHERE way = 'OPEN'))::int AS taken, max(asked_at) AS "lastAskedAt"
    FROM dish_order_request r
    WHERE r.region_id = $1 AND r.network_id = $2 AND r.unit_id = m.unit_id AND coalesce(asked_at, answered_at) > $3) c
  WHERE m.region_id = $1 AND m.network_id = $2 AND m.state = 'ACTIVE' AND m.role = 'PARTNER' AND m.unit_id <> $5
    AND ($6::uuid IS NULL OR m.unit_id = $6)
  ORDER BY asked, "lastAskedAt" NULLS FIRST, m.unit_code`;

/** All partners but who ordered, the least asked first, for the committee; for a unit itself alone; for others none. */
export async function listCandidates(
  tx: TenantTransaction,
  { id, networkId, unitId: ordererId }: Pick<DishOrder, 'id' | 'networkId' | 'unitId'>,
): Promise<DispatchCandidate[]> {
  const { role, unitId, convenedNetworkIds } = tx.actor;
  if (role === 'REPRESENTATIVE' || role === 'STEWARD') return [];
  const since = new Date(tx.now.getTime() - LATELY_DAYS * MS_PER_DAY);
  const whose = convenedNetworkIds.includes(networkId) ? null : unitId;
  const rows = await tx.query<Omit<DispatchCandidate, 'unit'> & { unitId: string }>(COUNTS, [
    tx.regionId,
    networkId,
    since,
    id,
    ordererId,
    whose,
  ]);
  const units = await tx.manager.findBy(Unit, {
    regionId: tx.regionId,
    id: In(rows.map((row) => row.unitId)),
  });
  return rows.map(({ unitId: candidateId, ...counts }) => ({
    ...counts,
    unit: units.find((unit) => unit.id === candidateId) ?? null,
  }));
}
