import { found } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { DishDate } from '../dish/dish-date.entity.js';
import { partOf } from '../dish/dish-readers.js';
import type { Dish } from '../dish/dish.entity.js';
import { MenuNotices } from '../notice/menu-notices.js';
import { DishPlaces } from './dish-places.entity.js';
import { SignUp, SignUpEnd, SignUpState } from './sign-up.entity.js';
import { expectRoomFor, letsIn } from './sign-up.policy.js';
import { NOBODY, recount, whoEnters, type Counts, type Group } from './waiting-line.js';

const { CONFIRMED, WAITING, CANCELLED } = SignUpState;

/** Who is signed up for a dish, and who waits. With the dish locked: all that concerns one is decided one after another. */
@Injectable()
export class SignUps {
  constructor(private readonly notices: MenuNotices) {}

  /** It is published: from now on units sign up. */
  async open(tx: TenantTransaction, dish: Dish): Promise<void> {
    const counts = { ...NOBODY, lastLineNumber: 0, quota: dish.quota };
    await tx.insert(DishPlaces, { ...partOf(dish), id: tx.newId(), ...counts });
  }

  /** How full it is. */
  async getPlaces(tx: TenantTransaction, { id: dishId, networkId }: Dish): Promise<DishPlaces> {
    const where = { regionId: tx.regionId, dishId };
    return found(await asCommittee(tx, networkId, () => tx.manager.findOneBy(DishPlaces, where)));
  }

  findLive(tx: TenantTransaction, { id: dishId, networkId }: Dish, unitId: string): Promise<SignUp | null> {
    const where = { regionId: tx.regionId, unitId, dishId, state: In([CONFIRMED, WAITING]) };
    return asCommittee(tx, networkId, () => tx.manager.findOneBy(SignUp, where));
  }

  /** Counts what a group has become and lets in who may enter now. */
  async settle(
    tx: TenantTransaction,
    dish: Dish,
    places: DishPlaces,
    step: { readonly was?: Group; readonly is?: Group; readonly lastLineNumber?: number },
  ): Promise<void> {
    const { was = null, is = null, lastLineNumber } = step;
    await this.letIn(tx, dish, places, recount(places, was, is), lastLineNumber);
  }

  /** The dish has changed: quotas stay above what is taken, a larger one lets in who waits, and dates that are dropped or put back are told. */
  async follow(tx: TenantTransaction, was: Dish, dish: Dish, dropped: readonly DishDate[]): Promise<void> {
    if (dish.publishedAt === null) return;
    await asCommittee(tx, dish.networkId, async () => {
      const isSame = (['quota', 'quotaPerUnit', 'allowsPassing'] as const).every(
        (name) => was[name] === dish[name],
      );
      if (!isSame) {
        const places = await this.getPlaces(tx, dish);
        const live = await this.listLive(tx, dish);
        const largest = Math.max(0, ...live.map(({ heads }) => heads));
        expectRoomFor(dish, { confirmedHeads: places.confirmedHeads, largest });
        await this.letIn(tx, dish, places, places);
      }
      if (dropped.length > 0) await this.endWaiting(tx, dish);
      await this.notices.tellOfDates(tx, dish, dropped);
      await this.notices.tellOfRestored(tx, dish);
    });
  }

  /** Of a course that is broken off no date lies ahead: whoever waits for one waits in vain. */
  private async endWaiting(tx: TenantTransaction, dish: Dish): Promise<void> {
    const ahead = { dishId: dish.id, cancelledAt: IsNull(), startsAt: MoreThan(tx.now) };
    if (await tx.manager.existsBy(DishDate, { regionId: tx.regionId, ...ahead })) return;
    const waiting = await this.listLive(tx, dish, WAITING);
    if (waiting.length > 0) await this.end(tx, dish, waiting, SignUpEnd.DISH_CANCELLED);
  }

  /** It is not held. */
  async endAll(tx: TenantTransaction, dish: Dish, reason: SignUpEnd): Promise<void> {
    await asCommittee(tx, dish.networkId, async () => {
      await this.end(tx, dish, await this.listLive(tx, dish), reason);
    });
  }

  /** A unit no longer takes part; its places go to those who wait. */
  async endOf(tx: TenantTransaction, dish: Dish, unitId: string, reason: SignUpEnd): Promise<void> {
    const live = await this.findLive(tx, dish, unitId);
    if (live) await asCommittee(tx, dish.networkId, () => this.end(tx, dish, [live], reason));
  }

  private async end(tx: TenantTransaction, dish: Dish, live: readonly SignUp[], endReason: SignUpEnd) {
    const places = await this.getPlaces(tx, dish);
    const ended = await tx.updateAll(SignUp, live, () => ({ state: CANCELLED, endedAt: tx.now, endReason }));
    await this.notices.tellEnded(tx, dish, ended);
    const counts = live.reduce<Counts>((left, one) => recount(left, one, null), places);
    await this.letIn(tx, dish, places, counts);
  }

  /** As long as it has not begun; whoever is let in is told. */
  private async letIn(
    tx: TenantTransaction,
    dish: Dish,
    places: DishPlaces,
    counts: Counts,
    lastLineNumber = places.lastLineNumber,
  ): Promise<void> {
    await asCommittee(tx, dish.networkId, async () => {
      const mayWait = letsIn(dish, tx.now) && counts.waitingGroups > 0;
      const waiting = mayWait ? await this.listLive(tx, dish, WAITING) : [];
      const entering = whoEnters(dish, counts, waiting);
      const promoted = await tx.updateAll(SignUp, entering, () => ({ state: CONFIRMED, promotedAt: tx.now }));
      const full = entering.reduce<Counts>(
        (sum, { heads }) => recount(sum, { state: WAITING, heads }, { state: CONFIRMED, heads }),
        counts,
      );
      const { confirmedHeads, confirmedGroups, waitingHeads, waitingGroups } = full;
      const taken = { confirmedHeads, confirmedGroups, waitingHeads, waitingGroups, lastLineNumber };
      await tx.change(DishPlaces, places, { ...taken, quota: dish.quota });
      await this.notices.tellPromoted(tx, dish, promoted);
    });
  }

  /** As they stand in line. */
  private listLive(tx: TenantTransaction, { id: dishId }: Dish, state?: SignUpState): Promise<SignUp[]> {
    return tx.manager.find(SignUp, {
      where: { regionId: tx.regionId, dishId, state: state ?? In([CONFIRMED, WAITING]) },
      order: { lineNumber: 'ASC', id: 'ASC' },
    });
  }
}
