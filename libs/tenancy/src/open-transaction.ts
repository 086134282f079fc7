import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { TenantTransaction } from './tenant-transaction.js';

/** A transaction that outlives one call, and the connection it holds. */
export interface OpenTransaction {
  tx(): Promise<TenantTransaction>;
  close(): Promise<void>;
  /** Ends it as if nothing had been done. */
  discard(): Promise<void>;
  /** Goes on after a statement that failed: to the moment at which reading began. */
  recover(): Promise<void>;
}

/** Set when reading begins, so that a read that fails takes neither the act nor the other reads with it. */
const READING = 'reading';

const BEGIN_READING = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** One snapshot, read-only. */
export class Reading implements OpenTransaction {
  private entered: Promise<TenantTransaction> | null = null;

  constructor(
    private readonly runner: QueryRunner,
    private readonly enter: () => Promise<TenantTransaction>,
  ) {}

  /** All three statements travel together. */
  async begin(): Promise<void> {
    const begun = this.send(BEGIN_READING);
    this.entered = this.enter();
    await Promise.all([begun, this.entered, this.send(`SAVEPOINT ${READING}`)]);
  }

  async tx(): Promise<TenantTransaction> {
    return this.entered ?? Promise.reject(new Error('This reading has not begun.'));
  }

  async close(): Promise<void> {
    if (this.runner.isReleased) return;
    try {
      if (this.entered) await this.send('COMMIT');
    } finally {
      await this.runner.release();
    }
  }

  discard(): Promise<void> {
    return this.close();
  }

  recover(): Promise<void> {
    return this.send(`ROLLBACK TO SAVEPOINT ${READING}`);
  }

  /** Past TypeORM, which would wait for one answer after the other. */
  private async send(text: string): Promise<void> {
    const client = (await this.runner.connect()) as PoolClient;
    await client.query(text);
  }
}

/** An act that is done and becomes lasting when it is closed; until then its answer is read in its own transaction. */
export class Acting<T> implements OpenTransaction {
  private entered: Promise<TenantTransaction> | null = null;

  constructor(
    private readonly runner: QueryRunner,
    readonly result: T,
    private readonly enterAgain: () => Promise<TenantTransaction>,
  ) {}

  tx(): Promise<TenantTransaction> {
    return (this.entered ??= this.beginReading());
  }

  private async beginReading(): Promise<TenantTransaction> {
    const tx = await this.enterAgain();
    await this.runner.query(`SAVEPOINT ${READING}`);
    return tx;
  }

  async close(): Promise<void> {
    try {
      await this.runner.commitTransaction();
    } finally {
      await abandon(this.runner);
    }
  }

  discard(): Promise<void> {
    return abandon(this.runner);
  }

  recover(): Promise<void> {
    return goBack(this.runner);
  }
}

async function goBack(runner: QueryRunner): Promise<void> {
  await runner.query(`ROLLBACK TO SAVEPOINT ${READING}`);
}

export async function abandon(runner: QueryRunner): Promise<void> {
  if (runner.isReleased) return;
  try {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
  } finally {
    await runner.release();
  }
}
