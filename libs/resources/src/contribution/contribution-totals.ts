import { localDayOf } from '#calendar';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import type { Contribution } from './contribution.entity.js';

// The row is made or added to in one statement, so that two uses that end at once are both in the sum.
const ADD = `INSERT INTO contribution_total AS total (region_id, id, unit_id, network_id, month, measure, sixtieths)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (region_id, unit_id, network_id, month, measure)
  DO UPDATE SET sixtieths = total.sixtieths + excluded.sixtieths`;

/** Adds an entry to the sum of its month, in the transaction that makes the entry. */
export async function addToTotal(
  tx: TenantTransaction,
  {
    unitId,
    networkId,
    measure,
    sixtieths,
    usedAt,
  }: Pick<Contribution, 'unitId' | 'networkId' | 'measure' | 'sixtieths' | 'usedAt'>,
): Promise<void> {
  const month = localDayOf(usedAt, await timeZoneOf(tx))
    .with({ day: 1 })
    .toString();
  await tx.query(ADD, [tx.regionId, tx.newId(), unitId, networkId, month, measure, sixtieths]);
}
