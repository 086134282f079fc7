import { found, loadPage, type ConnectionArgs, type KeysetList, type Page } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Session } from './session.entity.js';

const NEWEST_FIRST: KeysetList = {
  name: 'sessions',
  order: [
    { expression: 'session.startedAt', direction: 'DESC' },
    { expression: 'session.id', direction: 'ASC' },
  ],
};

/** The person's own sessions that go on. */
export function listSessions(
  tx: TenantTransaction,
  page: ConnectionArgs,
  count: boolean,
): Promise<Page<Session>> {
  const query = tx.manager
    .createQueryBuilder(Session, 'session')
    .where('session.regionId = :regionId', { regionId: tx.regionId })
    .andWhere('session.personId = :personId', { personId: found(tx.actor.personId) })
    .andWhere('session.endedAt IS NULL AND session.expiresAt > :now', { now: tx.now });
  return loadPage(query, NEWEST_FIRST, page, count);
}
