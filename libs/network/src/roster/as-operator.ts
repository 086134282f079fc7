import { openDataSource } from '#database';
import type { EntityManager } from 'typeorm';
import { NETWORK_ENTITIES } from '../network.entities.js';

/** One transaction with the rights of an import, while no other import of the same subject runs. */
export async function asOperator<T>(
  ownerUrl: string,
  subject: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const dataSource = await openDataSource({
    url: ownerUrl,
    entities: NETWORK_ENTITIES,
    poolSize: 1,
    applicationName: 'lianjian import',
  });
  try {
    return await dataSource.transaction(async (manager) => {
      // Hashing some thousand passwords takes longer than a request may leave its transaction idle.
      await manager.query('SET LOCAL idle_in_transaction_session_timeout = 0');
      await manager.query(`SET LOCAL lock_timeout = '60s'`);
      await manager.query('SET LOCAL ROLE lianjian_operator');
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`import ${subject}`]);
      return work(manager);
    });
  } finally {
    await dataSource.destroy();
  }
}
