import { loadPage, type ConnectionArgs, type KeysetList, type Page } from '#graphql';
import { AuditLine, AuditManner, type TenantTransaction } from '#tenancy';
import type { SelectQueryBuilder } from 'typeorm';

const NEWEST_FIRST: KeysetList = {
  name: 'audit lines',
  order: [
    { expression: 'line.at', direction: 'DESC' },
    { expression: 'line.step', direction: 'DESC' },
    { expression: 'line.id', direction: 'DESC' },
  ],
};

/** What was done to a thing and its parts, as far as the row policy shows it; newest first. */
export function listLinesOf(
  tx: TenantTransaction,
  thing: { type: string; id: string },
  page: ConnectionArgs,
  count: boolean,
): Promise<Page<AuditLine>> {
  const query = linesOf(tx).andWhere('line.thingId = :id AND line.thingType = :type', thing);
  return loadPage(query, NEWEST_FIRST, page, count);
}

/** What was done in the name of the actor's unit, by its posts or without them; newest first. */
export function listLinesInNameOf(
  tx: TenantTransaction,
  manners: readonly AuditManner[],
  page: ConnectionArgs,
  count: boolean,
): Promise<Page<AuditLine>> {
  const { unitId } = tx.actor;
  const query = linesOf(tx)
    .andWhere('line.unitId = :unitId', { unitId })
    .andWhere('line.manner = ANY (:manners)', { manners });
  return loadPage(query, NEWEST_FIRST, page, count);
}

function linesOf(tx: TenantTransaction): SelectQueryBuilder<AuditLine> {
  const { regionId } = tx;
  return tx.manager.createQueryBuilder(AuditLine, 'line').where('line.regionId = :regionId', { regionId });
}
