import { type DataSourceSettings, openDataSource } from '#database';
import type { EntityManager } from 'typeorm';
import { NETWORK_ENTITIES } from '../network.entities.js';

export interface OperatorWishes {
  /** Of other libraries that write in the same transaction. */
  readonly entities?: DataSourceSettings['entities'];
  /** Everything is done, and then taken back: the answer is what would be. */
  readonly isTrial?: boolean;
}

/** One transaction with the rights of an import, while no other import of the same subject runs. */
export async function asOperator<T>(
  ownerUrl: string,
  subject: string,
  work: (manager: EntityManager) => Promise<T>,
  { entities = [], isTrial = false }: OperatorWishes = {},
): Promise<T> {
  const dataSource = await openDataSource({
    url: ownerUrl,
    entities: [...new Set([...NETWORK_ENTITIES, ...entities])],
    poolSize: 1,
    applicationName: 'lianjian import',
  });
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    // Hashing some thousand passwords takes longer than a request may leave its transaction idle.
    await runner.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await runner.query(`SET LOCAL lock_timeout = '60s'`);
    await runner.query('SET LOCAL ROLE lianjian_operator');
    await runner.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`import ${subject}`]);
    const result = await work(runner.manager);
    if (!isTrial) await runner.commitTransaction();
    return result;
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
    await dataSource.destroy();
  }
}
