import { expectVersion, found } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DishBooking } from '../booking/dish-booking.entity.js';
import { DishCheckIn } from '../check-in/dish-check-in.entity.js';
import { DishDesk } from '../check-in/dish-desk.entity.js';
import { DishFigures } from '../doing/dish-figures.entity.js';
import { DishFinding } from '../finding/dish-finding.entity.js';
import { DishHost, DishHostState } from '../host/dish-host.entity.js';
import { DishOutcome } from '../outcome/dish-outcome.entity.js';
import { DishReview } from '../review/dish-review.entity.js';
import { DishPlaces } from '../sign-up/dish-places.entity.js';
import { SignUp } from '../sign-up/sign-up.entity.js';
import { DishDate } from './dish-date.entity.js';
import { readersOf, type DishPart } from './dish-readers.js';
import { Dish } from './dish.entity.js';
import type { LedPart } from './led-part.js';

/** What stands beneath a dish and is read as it is; a test finds a table that is missing here. */
export const DISH_PARTS: readonly (abstract new () => DishPart)[] = [
  DishBooking,
  DishDate,
  DishFigures,
  DishFinding,
  DishHost,
  DishOutcome,
  DishPlaces,
];

/** What only whoever holds the dish reads, beside its own unit and the committee; the same test finds one that is missing. */
export const LED_PARTS: readonly (abstract new () => LedPart)[] = [DishCheckIn, DishDesk, DishReview, SignUp];

export type DishChange = Partial<Omit<Dish, 'regionId' | 'id' | 'version' | 'updatedAt'>>;

/** The way to rows of dishes that are about to change. Whoever reads a dish reads what is beneath it. */
@Injectable()
export class DishRepository {
  /** Locked as it is now; NOT_FOUND for what the actor does not see. */
  async take(tx: TenantTransaction, id: string): Promise<Dish> {
    const seen = found(await tx.find(Dish, id));
    return found(await this.asKeeper(tx, seen, () => tx.lock(Dish, id)));
  }

  /** The same for a step that was decided on one version. */
  async takeVersion(tx: TenantTransaction, id: string, version: number): Promise<Dish> {
    const dish = await this.take(tx, id);
    expectVersion(dish, version);
    return dish;
  }

  /** Writes the next version of a locked dish; who reads what is beneath it follows. */
  async change(tx: TenantTransaction, dish: Dish, changes: DishChange): Promise<Dish> {
    const write = (): Promise<Dish> => tx.update(Dish, dish, { ...changes, updatedAt: tx.now });
    // What goes back to its unit can be read by nobody else, and so be written by nobody else.
    const goesBack = changes.proposedAt === null;
    const changed = await (goesBack
      ? tx.asUnit(dish.unitId, write)
      : this.asKeeper(tx, dish, write, changes));
    if ('proposedAt' in changes || 'publishedAt' in changes || 'readerUnitIds' in changes) {
      const show = (): Promise<void> => this.show(tx, changed);
      await (goesBack ? tx.asUnit(dish.unitId, show) : this.asKeeper(tx, changed, show, changes));
    }
    if (changed.publishedAt && changed.leadUnitId !== dish.leadUnitId) await this.handOver(tx, changed);
    return changed;
  }

  /** With the rights of its own unit while it is that unit’s, and otherwise of the committee. */
  asKeeper<T>(
    tx: TenantTransaction,
    dish: Pick<Dish, 'unitId' | 'networkId' | 'takenAt'>,
    work: () => Promise<T>,
    changes: DishChange = {},
  ): Promise<T> {
    const isTaken = dish.takenAt !== null || Boolean(changes.takenAt);
    const isOwn = dish.unitId === tx.actor.unitId && tx.actor.role !== 'ON_BEHALF';
    return isOwn && !isTaken ? work() : asCommittee(tx, dish.networkId, work);
  }

  private async show(tx: TenantTransaction, dish: Dish): Promise<void> {
    const { isPublished, ...shown } = readersOf(dish);
    const where = { regionId: tx.regionId, dishId: dish.id };
    for (const part of DISH_PARTS) {
      if (part === DishHost) continue;
      const rows = await tx.manager.findBy(part, where);
      await tx.changeAll(part, rows, () => ({ ...shown, isPublished }));
    }
    await this.showHosts(tx, dish);
  }

  /** Of a published dish; none is written before. */
  private async handOver(tx: TenantTransaction, { id: dishId, networkId, leadUnitId }: Dish): Promise<void> {
    for (const part of LED_PARTS) {
      await asCommittee(tx, networkId, async () => {
        const rows = await tx.manager.findBy(part, { regionId: tx.regionId, dishId });
        await tx.changeAll(part, rows, () => ({ leadUnitId }));
      });
    }
  }

  /** Who has not said yes is nobody else’s business. They were asked once it was proposed, and stay read by the committee. */
  private async showHosts(tx: TenantTransaction, dish: Dish): Promise<void> {
    if (dish.proposedAt === null) return;
    const { readerUnitIds, isPublished } = readersOf(dish);
    const hosts = await asCommittee(tx, dish.networkId, () =>
      tx.manager.findBy(DishHost, { regionId: tx.regionId, dishId: dish.id }),
    );
    await asCommittee(tx, dish.networkId, () =>
      tx.changeAll(DishHost, hosts, ({ state }) => ({
        readerUnitIds,
        isPublished: isPublished && state === DishHostState.ACCEPTED,
      })),
    );
  }
}
