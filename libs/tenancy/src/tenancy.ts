import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import type { ActingUnit, Claims } from './actor.js';
import { Clock } from './clock.js';
import { IdSource } from './id-source.js';
import { TenantTransaction } from './tenant-transaction.js';

const ATTEMPTS = 3;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

type Entrance = (runner: QueryRunner) => Promise<TenantTransaction>;

/** Opens tenant transactions, so that no code can forget to say on whose behalf it works. */
@Injectable()
export class Tenancy {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  /** One act, stored whole or not at all; tried up to three times when it lost a race that the database broke off. */
  async write<T>(claims: Claims, act: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return this.tryWriting((runner) => this.enter(runner, claims), act);
  }

  /** The same for what happens by itself: SYSTEM acts, in the name of the unit and with its rights. */
  async writeAsUnit<T>(unit: ActingUnit, act: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return this.tryWriting(
      (runner) =>
        TenantTransaction.enterAsUnit(runner.manager, unit, this.clock.now(), () => this.ids.next()),
      act,
    );
  }

  /** Reads of one moment: they see one snapshot and cannot write. The caller closes it. */
  async openReading(claims: Claims): Promise<Reading> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      await runner.query('SET TRANSACTION READ ONLY');
      return new Reading(runner, await this.enter(runner, claims));
    } catch (error) {
      await abandon(runner);
      throw error;
    }
  }

  async read<T>(claims: Claims, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    const reading = await this.openReading(claims);
    try {
      return await work(reading.tx);
    } finally {
      await reading.close();
    }
  }

  private async tryWriting<T>(enter: Entrance, act: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.writeOnce(enter, act);
      } catch (error) {
        if (attempt === ATTEMPTS || !isBrokenOff(error)) throw error;
      }
    }
  }

  private async writeOnce<T>(enter: Entrance, act: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await act(await enter(runner));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await abandon(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private enter(runner: QueryRunner, claims: Claims): Promise<TenantTransaction> {
    return TenantTransaction.enter(runner.manager, claims, this.clock.now(), () => this.ids.next());
  }
}

/** An open read-only transaction and the connection it holds. */
export class Reading {
  constructor(
    private readonly runner: QueryRunner,
    readonly tx: TenantTransaction,
  ) {}

  async close(): Promise<void> {
    await abandon(this.runner);
  }
}

async function abandon(runner: QueryRunner): Promise<void> {
  if (runner.isReleased) return;
  try {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
  } finally {
    await runner.release();
  }
}

function isBrokenOff(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}
