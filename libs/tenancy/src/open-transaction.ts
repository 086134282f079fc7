import type { QueryRunner } from 'typeorm';
import type { TenantTransaction } from './tenant-transaction.js';

/** A transaction that outlives one call, and the connection it holds. */
export interface OpenTransaction {
  tx(): Promise<TenantTransaction>;
  close(): Promise<void>;
  /** Ends it as if nothing had been done. */
  discard(): Promise<void>;
}

/** One snapshot, read-only. */
export class Reading implements OpenTransaction {
  constructor(
    private readonly runner: QueryRunner,
    private readonly entered: TenantTransaction,
  ) {}

  async tx(): Promise<TenantTransaction> {
    return this.entered;
  }

  async close(): Promise<void> {
    await abandon(this.runner);
  }

  discard(): Promise<void> {
    return this.close();
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
    return (this.entered ??= this.enterAgain());
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
}

export async function abandon(runner: QueryRunner): Promise<void> {
  if (runner.isReleased) return;
  try {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
  } finally {
    await runner.release();
  }
}
