import type { PoolClient } from 'pg';
import { QueryFailedError, type EntityManager } from 'typeorm';

/** With a name, it stays prepared on its connection. */
export interface PreparedStatement {
  readonly name?: string | undefined;
  readonly text: string;
  readonly values: unknown[];
}

/** Past TypeORM, which prepares nothing. */
export async function askPrepared<Row extends object>(
  client: PoolClient,
  statement: PreparedStatement,
): Promise<Row[]> {
  try {
    return (await client.query<Row>(statement)).rows;
  } catch (error) {
    throw new QueryFailedError(statement.text, statement.values, error as Error);
  }
}

/** The connection on which the transaction runs. */
export async function clientOf({ queryRunner }: EntityManager): Promise<PoolClient> {
  const client = (await queryRunner?.connect()) as PoolClient;
  // TypeORM would hand it out still, though somebody else has it by now.
  if (queryRunner?.isReleased !== false) throw new Error('This connection has been given back.');
  return client;
}
