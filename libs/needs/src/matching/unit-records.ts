import { MS_PER_DAY } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import type { ClaimState } from '../claim/claim.entity.js';
import type { Need } from '../need/need.entity.js';

/** How far back is counted how often a unit was asked. */
const LATELY_DAYS = 365;

/** What one unit of a network has done for it so far, as far as it bears on one need. */
export interface UnitRecord {
  readonly unitId: string;
  /** Claims on other needs of the network that were accepted and not given up. */
  readonly helped: number;
  readonly helpedInCategory: number;
  readonly lastHelpedAt: Date | null;
  /** In the last 365 days, also for this need. */
  readonly asked: number;
  readonly declined: number;
  /** Of its last claim on this need. */
  readonly claimState: ClaimState | null;
}

/** Nobody is left out for having done nothing, and units come by name in pinyin order. */
const RECORDS = `
  SELECT m.unit_id AS "unitId", coalesce(done.helped, 0) AS helped,
    coalesce(done.helped_in_category, 0) AS "helpedInCategory", done.last_helped_at AS "lastHelpedAt",
    coalesce(done.asked, 0) AS asked, coalesce(done.declined, 0) AS declined, done.claim_state AS "claimState"
  FROM membership m
  JOIN unit u ON u.region_id = $1 AND u.id = m.unit_id
  LEFT JOIN (
    SELECT unit_id, (count(*) FILTER (WHERE helps))::int AS helped,
      (count(*) FILTER (WHERE helps AND category_id = $4))::int AS helped_in_category,
      max(accepted_at) FILTER (WHERE helps) AS last_helped_at,
      (count(*) FILTER (WHERE asked_at > $5))::int AS asked,
      (count(*) FILTER (WHERE asked_at > $5 AND state = 'DECLINED'))::int AS declined,
      (array_agg(state ORDER BY updated_at DESC, id DESC) FILTER (WHERE need_id = $3))[1] AS claim_state
    FROM (SELECT c.*, n.category_id, c.need_id <> $3 AND c.state IN ('ACCEPTED', 'DONE') AS helps
      FROM claim c JOIN need n ON n.region_id = $1 AND n.id = c.need_id
      WHERE c.region_id = $1 AND c.network_id = $2) said
    GROUP BY unit_id) done ON done.unit_id = m.unit_id
  WHERE m.region_id = $1 AND m.network_id = $2 AND m.state = 'ACTIVE' AND m.role IN ('PARTNER', 'CONVENER')
  ORDER BY u.name COLLATE "zh-x-icu", m.unit_id`;

/** Of each active unit of the network of a need, by name; for its committee, which alone sees who was asked. */
export async function listUnitRecords(
  tx: TenantTransaction,
  { id, networkId, categoryId }: Pick<Need, 'id' | 'networkId' | 'categoryId'>,
): Promise<UnitRecord[]> {
  const since = new Date(tx.now.getTime() - LATELY_DAYS * MS_PER_DAY);
  return tx.query<UnitRecord>(RECORDS, [tx.regionId, networkId, id, categoryId, since]);
}
