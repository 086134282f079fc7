import type { Claims } from './actor.js';
import type { Reading, Tenancy } from './tenancy.js';
import type { TenantTransaction } from './tenant-transaction.js';

/**
 * The transactions of one request. Its reads share one snapshot; each act has a transaction of its own,
 * and what is read after it sees it.
 */
export class RequestScope {
  private reading: Promise<Reading> | null = null;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly claims: Claims,
  ) {}

  async read<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    this.reading ??= this.tenancy.openReading(this.claims);
    return work((await this.reading).tx);
  }

  async write<T>(act: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    await this.close();
    return this.tenancy.write(this.claims, act);
  }

  /** Gives the connection back; the next read opens a new snapshot. */
  async close(): Promise<void> {
    const reading = this.reading;
    this.reading = null;
    const opened = await reading?.catch(() => null);
    await opened?.close();
  }
}
