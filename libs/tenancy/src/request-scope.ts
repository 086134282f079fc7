import { QueryFailedError } from 'typeorm';
import type { Claims } from './actor.js';
import type { Compose, OpenTransaction } from './open-transaction.js';
import type { Tenancy } from './tenancy.js';
import type { TenantTransaction } from './tenant-transaction.js';

/** What every statement is answered after one that failed. */
const ABORTED = '25P02';
const MOST_ATTEMPTS = 5;

/** How an act is done; in one's own name, and for good, unless it says otherwise. */
export interface Manner {
  readonly onBehalfOf?: string | null;
  /** Its answer is read, and then it is taken back. */
  readonly isTried?: boolean;
}

/**
 * The transactions of one request, one at a time. Its reads share one snapshot; each act has a transaction of its
 * own, in which its answer is read, and which is stored before the next act begins or the answer is sent.
 */
export class RequestScope {
  private current: Promise<OpenTransaction> | null = null;
  private turns: Promise<unknown> = Promise.resolve();
  private readonly running = new Set<Promise<unknown>>();
  private hasEnded = false;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly claims: Claims,
  ) {}

  read<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return this.run(async (open) => work(await open.tx()));
  }

  /** What one statement answers. With `isLast`, nothing else is read: then all is done in one round trip. */
  ask(compose: Compose, isLast: boolean): Promise<unknown> {
    return this.run((open) => open.ask(compose, isLast));
  }

  async write<T>(
    act: (tx: TenantTransaction) => Promise<T>,
    { onBehalfOf = null, isTried = false }: Manner = {},
  ): Promise<T> {
    // A read that came late may have opened the next one meanwhile.
    do await this.close();
    while (this.current);
    const opening = this.tenancy.openActing(this.claims, act, onBehalfOf).then((acting) => {
      if (isTried) acting.onlyTry();
      return acting;
    });
    this.current = opening;
    try {
      return (await opening).result;
    } catch (error) {
      this.current = null;
      throw error;
    }
  }

  /** When the answer stands. An executor may answer before all its reads are done: none may begin after. */
  async end(): Promise<void> {
    this.hasEnded = true;
    await this.close();
  }

  private run<T>(work: (open: OpenTransaction) => Promise<T>): Promise<T> {
    if (this.hasEnded) return Promise.reject(new Error('This request has been answered.'));
    const running = this.runNow(work);
    const forget = (): void => void this.running.delete(running);
    this.running.add(running);
    running.then(forget, forget);
    return running;
  }

  private async runNow<T>(work: (open: OpenTransaction) => Promise<T>): Promise<T> {
    this.current ??= this.tenancy.openReading(this.claims);
    const open = await this.current;
    try {
      return await work(open);
    } catch (error) {
      if (!(error instanceof QueryFailedError)) throw error;
      if (isAborted(error)) return this.runAgain(open, work);
      await this.inTurn(() => open.recover());
      throw error;
    }
  }

  /** Another read of this request failed at the same time; this one did not, and has its turn alone. */
  private async runAgain<T>(open: OpenTransaction, work: (open: OpenTransaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.inTurn(async () => {
          await open.recover();
          return work(open);
        });
      } catch (error) {
        await this.inTurn(() => open.recover());
        if (attempt === MOST_ATTEMPTS || !isAborted(error)) throw error;
      }
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turns.then(work);
    this.turns = turn.catch(() => {});
    return turn;
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
    // What still reads would go on with a connection that is somebody else's by then.
    while (this.running.size > 0) await Promise.allSettled(this.running);
    const current = this.current;
    this.current = null;
    // A transaction that could not be opened has told its caller so.
    return (await current?.catch(() => null)) ?? null;
  }
}

function isAborted(error: unknown): boolean {
  return (
    error instanceof QueryFailedError && 'code' in error.driverError && error.driverError.code === ABORTED
  );
}
