import type { Claims } from './actor.js';
import type { OpenTransaction } from './open-transaction.js';
import type { Tenancy } from './tenancy.js';
import type { TenantTransaction } from './tenant-transaction.js';

/**
 * The transactions of one request, one at a time. Its reads share one snapshot; each act has a transaction of its
 * own, in which its answer is read, and which is stored before the next act begins or the answer is sent.
 */
export class RequestScope {
  private current: Promise<OpenTransaction> | null = null;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly claims: Claims,
  ) {}

  async read<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    this.current ??= this.tenancy.openReading(this.claims);
    return work(await (await this.current).tx());
  }

  async write<T>(act: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    await this.close();
    const acting = await this.tenancy.openActing(this.claims, act);
    this.current = Promise.resolve(acting);
    return acting.result;
  }

  /** Stores the last act and gives the connection back; the next read opens a new snapshot. */
  async close(): Promise<void> {
    await (await this.release())?.close();
  }

  /** Takes the last act back. */
  async discard(): Promise<void> {
    await (await this.release())?.discard();
  }

  private async release(): Promise<OpenTransaction | null> {
    const current = this.current;
    this.current = null;
    // A transaction that could not be opened has told its caller so.
    return (await current?.catch(() => null)) ?? null;
  }
}
