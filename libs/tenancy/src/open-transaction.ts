import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { Asker } from './actor.js';
import { askPrepared, type PreparedStatement } from './prepared-statement.js';
import type { TenantTransaction } from './tenant-transaction.js';

export type Compose = (asker: Asker) => PreparedStatement;

/** A transaction that outlives one call, and the connection it holds. */
export interface OpenTransaction {
  tx(): Promise<TenantTransaction>;
  /** The column `answer` of the one row that a reading statement gives. With `isLast`, nothing is read after it. */
  ask(compose: Compose, isLast: boolean): Promise<unknown>;
  close(): Promise<void>;
  /** Ends it as if nothing had been done. */
  discard(): Promise<void>;
  /** Goes on after a statement that failed: to the moment at which reading began. */
  recover(): Promise<void>;
}

/** Set when reading begins, so that a read that fails takes neither the act nor the other reads with it. */
const READING = 'reading';
const BEGIN_READING = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SAVEPOINT ${READING}`;

/**
 * One snapshot, read-only. Statements are sent without waiting for who has entered: until somebody has, the row
 * policies show nothing, and without an entrance no answer is given.
 */
export class Reading implements OpenTransaction {
  private entered!: Promise<TenantTransaction>;
  private ended: Promise<unknown> | null = null;
  private beginning: Promise<void> | null = null;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
    private readonly asker: Asker,
    private readonly enter: () => Promise<TenantTransaction>,
  ) {}

  static async begin(
    runner: QueryRunner,
    asker: Asker,
    enter: () => Promise<TenantTransaction>,
  ): Promise<Reading> {
    const client = (await runner.connect()) as PoolClient;
    const reading = new Reading(runner, client, asker, enter);
    sendTogether(client);
    await reading.beginBy(BEGIN_READING);
    return reading;
  }

  async tx(): Promise<TenantTransaction> {
    if (this.ended ?? this.beginning) await this.beginAgain();
    return this.entered;
  }

  async ask(compose: Compose, isLast: boolean): Promise<unknown> {
    if (this.ended ?? this.beginning) await this.beginAgain();
    const asked = this.send(compose(this.asker));
    // The end travels with it.
    if (isLast) void this.end();
    const [answer] = await Promise.all([asked, this.entered]);
    return answer;
  }

  async close(): Promise<void> {
    if (this.runner.isReleased) return;
    try {
      await (this.ended ?? this.end());
    } finally {
      await this.runner.release();
    }
  }

  discard(): Promise<void> {
    return this.close();
  }

  /** The snapshot stays, unless it had ended; what was entered after the savepoint is entered again. */
  async recover(): Promise<void> {
    const { ended } = this;
    this.ended = null;
    await ended?.catch(() => {});
    await this.beginBy(ended ? BEGIN_READING : `ROLLBACK TO SAVEPOINT ${READING}`);
  }

  /** Reads that come side by side after its end begin one transaction: none may be sent before somebody has entered. */
  private beginAgain(): Promise<void> {
    this.beginning ??= this.recover().finally(() => {
      this.beginning = null;
    });
    return this.beginning;
  }

  private end(): Promise<unknown> {
    this.ended = this.client.query('COMMIT');
    this.ended.catch(() => {});
    return this.ended;
  }

  /** Resolves when both are sent. */
  private async beginBy(text: string): Promise<void> {
    this.expectHeld();
    const begun = this.client.query(text);
    const entered = this.enter();
    this.entered = Promise.all([begun, entered]).then(() => entered);
    this.entered.catch(() => {});
    // The entrance waits for the connection before it is sent, and so does this.
    await this.runner.connect();
  }

  private expectHeld(): void {
    if (this.runner.isReleased) throw new Error('This connection has been given back.');
  }

  private async send(statement: PreparedStatement): Promise<unknown> {
    this.expectHeld();
    const [row] = await askPrepared<{ answer: unknown }>(this.client, statement);
    return row?.answer ?? null;
  }
}

/** What is sent to the database before this turn of the event loop ends leaves in one piece. */
function sendTogether(client: PoolClient): void {
  const { stream } = (client as PoolClient & { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** An act that is done and becomes lasting when it is closed; until then its answer is read in its own transaction. */
export class Acting<T> implements OpenTransaction {
  private entered: Promise<TenantTransaction> | null = null;
  private isTried = false;

  constructor(
    private readonly runner: QueryRunner,
    readonly result: T,
    private readonly enterAgain: () => Promise<TenantTransaction>,
  ) {}

  tx(): Promise<TenantTransaction> {
    return (this.entered ??= this.beginReading());
  }

  async ask(compose: Compose): Promise<unknown> {
    const tx = await this.tx();
    return tx.readAnswer(compose(tx.asker));
  }

  private async beginReading(): Promise<TenantTransaction> {
    const tx = await this.enterAgain();
    await this.runner.query(`SAVEPOINT ${READING}`);
    return tx;
  }

  /** What was done can be read until it is closed, and never was. */
  onlyTry(): void {
    this.isTried = true;
  }

  async close(): Promise<void> {
    if (this.isTried) return this.discard();
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
