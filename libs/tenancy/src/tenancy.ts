import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { askerOf, type ActingPost, type ActingUnit, type Actor, type Claims } from './actor.js';
import { Clock } from './clock.js';
import { IdSource } from './id-source.js';
import { abandon, Acting, Reading } from './open-transaction.js';
import { TenantTransaction } from './tenant-transaction.js';

const ATTEMPTS = 3;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

type Entrance = (runner: QueryRunner) => Promise<TenantTransaction>;

/** Hears of what no caller needs to know. */
export interface TenancyListener {
  /** The database has said who acts. */
  readonly entered?: (actor: Actor) => void;
  /** An act is tried again. */
  readonly retried?: () => void;
}

/** Opens tenant transactions, so that no code can forget to say on whose behalf it works. */
@Injectable()
export class Tenancy {
  private listener: TenancyListener = {};

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  /** Tells one listener, for figures and the log, what happens in transactions. */
  tell(listener: TenancyListener): void {
    this.listener = listener;
  }

  /** One act, stored whole or not at all; tried up to three times when it lost a race that the database broke off. */
  async write<T>(claims: Claims, act: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    const acting = await this.openActing(claims, act);
    await acting.close();
    return acting.result;
  }

  /**
   * The same, but not stored until it is closed, so that its answer can be read in its own transaction. An act on
   * behalf of a unit is done with that unit's rights, and its answer read with those of the post.
   * @throws CannotSpeakFor when `onBehalfOf` takes no part in a network that the post's committee convenes
   */
  async openActing<T>(
    claims: Claims,
    act: (tx: TenantTransaction) => Promise<T>,
    onBehalfOf: string | null = null,
  ): Promise<Acting<T>> {
    const enter = (runner: QueryRunner) => this.enter(runner, claims);
    if (onBehalfOf === null) return this.tryActing(enter, act);
    return this.tryActing((runner) => this.enterOnBehalf(runner, claims, onBehalfOf), act, enter);
  }

  /** The same for what happens by itself: SYSTEM acts, in the name of the unit and with its rights. */
  async writeAsUnit<T>(unit: ActingUnit, act: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    const acting = await this.tryActing((runner) => this.enterAsUnit(runner, unit), act);
    await acting.close();
    return acting.result;
  }

  /**
   * The same for what a post has asked to be told, with the rights that it has now.
   * @throws NotSignedIn when nobody holds it any more
   */
  async writeAsPost<T>(post: ActingPost, act: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    const enter: Entrance = (runner) =>
      TenantTransaction.enterAsPost(runner.manager, post, this.clock.now(), () => this.ids.next());
    const acting = await this.tryActing(enter, act);
    await acting.close();
    return acting.result;
  }

  /** Reads of one moment: they see one snapshot and cannot write. The caller closes it. */
  async openReading(claims: Claims): Promise<Reading> {
    const runner = this.dataSource.createQueryRunner();
    const now = this.clock.now();
    try {
      return await Reading.begin(runner, askerOf(claims, now), () => this.enter(runner, claims, now));
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  async read<T>(claims: Claims, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    const reading = await this.openReading(claims);
    try {
      return await work(await reading.tx());
    } finally {
      await reading.close();
    }
  }

  private async tryActing<T>(
    enter: Entrance,
    act: (tx: TenantTransaction) => Promise<T>,
    enterToRead: Entrance = enter,
  ): Promise<Acting<T>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.actOnce(enter, act, enterToRead);
      } catch (error) {
        if (attempt === ATTEMPTS || !isBrokenOff(error)) throw error;
        this.listener.retried?.();
      }
    }
  }

  private async actOnce<T>(
    enter: Entrance,
    act: (tx: TenantTransaction) => Promise<T>,
    enterToRead: Entrance,
  ): Promise<Acting<T>> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const tx = await enter(runner);
      const result = await act(tx);
      await tx.leaveTrail();
      // Entered anew for what is read after it: the act may have changed what the actor sees.
      return new Acting(runner, result, () => enterToRead(runner));
    } catch (error) {
      await abandon(runner);
      throw error;
    }
  }

  private enterAsUnit(runner: QueryRunner, unit: ActingUnit): Promise<TenantTransaction> {
    return TenantTransaction.enterAsUnit(runner.manager, unit, this.clock.now(), () => this.ids.next());
  }

  private enterOnBehalf(runner: QueryRunner, claims: Claims, unitId: string): Promise<TenantTransaction> {
    const now = this.clock.now();
    return TenantTransaction.enterOnBehalf(runner.manager, claims, unitId, now, () => this.ids.next());
  }

  private async enter(
    runner: QueryRunner,
    claims: Claims,
    now = this.clock.now(),
  ): Promise<TenantTransaction> {
    const tx = await TenantTransaction.enter(runner.manager, claims, now, () => this.ids.next());
    this.listener.entered?.(tx.actor);
    return tx;
  }
}

function isBrokenOff(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}
