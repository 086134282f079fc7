import { ApiError, expectState, expectVersion, found, refuseState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DishDates } from '../dish/dish-dates.js';
import { Dish } from '../dish/dish.entity.js';
import { DishRepository } from '../dish/dish.repository.js';
import { MenuNotices } from '../notice/menu-notices.js';
import { SignUp, SignUpEnd, SignUpState } from './sign-up.entity.js';
import { closesAt, expectFits, expectHeld, expectOpen } from './sign-up.policy.js';
import { SIGN_UP_STATES, SIGN_UP_WORDS } from './sign-up.words.js';
import { SignUps } from './sign-ups.js';
import { freeHeads, mayEnter } from './waiting-line.js';

const { CONFIRMED, WAITING, CANCELLED } = SignUpState;

/** Units sign up for a dish, change how many come, and cancel. Each step locks the dish first. */
@Injectable()
export class SignUpService {
  constructor(
    private readonly dishes: DishRepository,
    private readonly signUps: SignUps,
    private readonly dates: DishDates,
    private readonly notices: MenuNotices,
  ) {}

  /** First come, first served: who does not fit waits, and so does who comes after, unless the dish allows passing. */
  async sign(tx: TenantTransaction, dishId: string, heads: number): Promise<SignUp> {
    const { unitId } = tx.actor;
    const seen = found(await tx.find(Dish, dishId));
    await expectTakesPart(tx, [seen.networkId]);
    const dish = await this.dishes.take(tx, dishId);
    expectOpen(tx, dish);
    expectFits(dish, heads);
    if (await this.signUps.findLive(tx, dish, unitId)) refuseState(dish, SIGN_UP_WORDS.signedUpAlready);
    const places = await this.signUps.getPlaces(tx, dish);
    const state = mayEnter(dish, places, heads) ? CONFIRMED : WAITING;
    const lineNumber = places.lastLineNumber + 1;
    const signUp = await tx.insert(SignUp, {
      id: tx.newId(),
      dishId,
      networkId: dish.networkId,
      unitId,
      leadUnitId: dish.leadUnitId,
      heads,
      state,
      lineNumber,
      onBehalf: isOnBehalf(tx),
      signedAt: tx.now,
      promotedAt: null,
      endedAt: null,
      endReason: null,
      version: 1,
    });
    await this.signUps.settle(tx, dish, places, { is: signUp, lastLineNumber: lineNumber });
    return signUp;
  }

  /** Fewer keep their place. More are let in as anybody would be now; of a group that waits they go to the end of the line. */
  async changeHeads(tx: TenantTransaction, id: string, version: number, heads: number): Promise<SignUp> {
    const { signUp, dish } = await this.take(tx, id, version);
    expectOpen(tx, dish);
    expectFits(dish, heads);
    if (heads === signUp.heads) return signUp;
    const places = await this.signUps.getPlaces(tx, dish);
    const grows = heads > signUp.heads;
    if (grows && signUp.state === CONFIRMED && !mayEnter(dish, places, heads - signUp.heads)) {
      const [free, waiting] = [freeHeads(dish, places), places.waitingHeads];
      refuseState(signUp, SIGN_UP_WORDS.noRoomForMore({ free, waiting }));
    }
    const goesToEnd = grows && signUp.state === WAITING;
    const lastLineNumber = places.lastLineNumber + (goesToEnd ? 1 : 0);
    const lineNumber = goesToEnd ? lastLineNumber : signUp.lineNumber;
    const changes = { heads, lineNumber, onBehalf: isOnBehalf(tx) };
    const changed = await tx.update(SignUp, signUp, changes);
    await this.signUps.settle(tx, dish, places, { was: signUp, is: changed, lastLineNumber });
    return found(await tx.find(SignUp, id));
  }

  /** Until the deadline, and whoever was told of another time or place until its last date begins; its places go to those who wait. */
  async cancel(tx: TenantTransaction, id: string, version: number): Promise<SignUp> {
    const { signUp, dish } = await this.take(tx, id, version);
    if (!(await this.mayStillCancel(tx, signUp, dish))) expectOpen(tx, dish);
    const places = await this.signUps.getPlaces(tx, dish);
    const end = { state: CANCELLED, endedAt: tx.now, endReason: SignUpEnd.BY_UNIT };
    const cancelled = await tx.update(SignUp, signUp, { ...end, onBehalf: isOnBehalf(tx) });
    await this.signUps.settle(tx, dish, places, { was: signUp });
    return cancelled;
  }

  /** Its own unit alone speaks for it; the lead and the committee only read it. */
  private async take(
    tx: TenantTransaction,
    id: string,
    version: number,
  ): Promise<{ signUp: SignUp; dish: Dish }> {
    const { unitId, networkId, dishId } = found(await tx.find(SignUp, id));
    if (unitId !== tx.actor.unitId) throw ApiError.forbidden();
    await expectTakesPart(tx, [networkId]);
    const dish = await this.dishes.take(tx, dishId);
    const signUp = found(await tx.lock(SignUp, id));
    expectVersion(signUp, version);
    expectState(signUp, [CONFIRMED, WAITING], SIGN_UP_STATES);
    expectHeld(dish);
    return { signUp, dish };
  }

  private async mayStillCancel(tx: TenantTransaction, signUp: SignUp, dish: Dish): Promise<boolean> {
    if (tx.now < closesAt(dish)) return true;
    const last = (await this.dates.listStanding(tx, dish.id)).at(-1);
    return Boolean(last && tx.now < last.startsAt) && this.notices.wasToldOfMove(tx, signUp);
  }
}

function isOnBehalf(tx: TenantTransaction): boolean {
  return tx.actor.role === 'ON_BEHALF';
}
