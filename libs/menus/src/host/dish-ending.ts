import type { Belonging, EndingThing } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { DishMoves } from '../booking/dish-moves.js';
import { Dish, DishState } from '../dish/dish.entity.js';
import { IDEA_STATES, LIVE_STATES } from '../dish/dish.policy.js';
import { DishRepository } from '../dish/dish.repository.js';
import { DishService } from '../dish/dish.service.js';
import { SignUp, SignUpEnd, SignUpState } from '../sign-up/sign-up.entity.js';
import { SignUps } from '../sign-up/sign-ups.js';
import { DishHosts } from './dish-hosts.js';

/** What becomes of dishes when a unit leaves their network; what is over stays as it was. */
@Injectable()
export class DishEnding {
  constructor(
    private readonly dishes: DishRepository,
    private readonly hosts: DishHosts,
    private readonly service: DishService,
    private readonly moves: DishMoves,
    private readonly signUps: SignUps,
  ) {}

  /** What of dishes ahead would end, as far as one reads them: those not published, what it leads, holds and signed up for. */
  async listEnding(tx: TenantTransaction, { unitId, networkId }: Belonging): Promise<EndingThing[]> {
    const ahead = { regionId: tx.regionId, networkId, endsAt: MoreThan(tx.now) };
    const state = In([...IDEA_STATES, DishState.TAKEN]);
    const dishes = await tx.manager.find(Dish, {
      where: [
        { ...ahead, state },
        { ...unpublishedRecord(tx, networkId), unitId, state },
      ],
      order: { startsAt: 'ASC', id: 'ASC' },
    });
    const signedUp = new Set((await listSignUps(tx, unitId, networkId)).map(({ dishId }) => dishId));
    const things = dishes.flatMap((dish) =>
      [partOf(dish, unitId), signedUp.has(dish.id) ? 'SignUp' : null].flatMap((part) =>
        part ? [{ part, thingType: 'Dish', thingId: dish.id, startsAt: dish.startsAt }] : [],
      ),
    );
    return [...things, ...(await this.moves.listOfOthers(tx, dishes.filter(isWithdrawn(unitId)), unitId))];
  }

  /** In the committee’s transaction. What it had booked for them ends with its bookings, what others had with the dish. */
  async endMembership(tx: TenantTransaction, unitId: string, networkId: string): Promise<void> {
    const touched = await listTouched(tx, unitId, networkId);
    const held = await this.moves.holdAll(tx, touched.filter(isWithdrawn(unitId)));
    const withdrawn = new Set<string>();
    for (const { id } of touched) {
      // A draft is its unit’s own.
      const dish = (await tx.lock(Dish, id)) ?? (await tx.asUnit(unitId, () => tx.lock(Dish, id)));
      if (!dish) continue;
      if (isWithdrawn(unitId)(dish)) withdrawn.add((await this.withdraw(tx, dish)).id);
      else if (partOf(dish, unitId)) await this.leave(tx, dish, unitId);
      await this.signUps.endOf(tx, dish, unitId, SignUpEnd.MEMBERSHIP_ENDED);
    }
    await this.moves.free(tx, new Map([...held].filter(([, { dishId }]) => withdrawn.has(dishId))));
  }

  private async withdraw(tx: TenantTransaction, dish: Dish): Promise<Dish> {
    const withdrawn = { state: DishState.WITHDRAWN, endedAt: tx.now };
    if (dish.proposedAt === null) {
      return tx.asUnit(dish.unitId, () => tx.update(Dish, dish, { ...withdrawn, updatedAt: tx.now }));
    }
    await this.hosts.drop(tx, dish, await this.hosts.listLive(tx, dish));
    return this.dishes.change(tx, dish, { ...withdrawn, readerUnitIds: [] });
  }

  /** No dish is without a lead: the committee takes it over. */
  private async leave(tx: TenantTransaction, dish: Dish, unitId: string): Promise<void> {
    const live = await this.hosts.listLive(tx, dish);
    await this.hosts.drop(
      tx,
      dish,
      live.filter((host) => host.unitId === unitId),
    );
    if (dish.leadUnitId === unitId) await this.service.leadFallsBack(tx, dish);
    else await this.hosts.follow(tx, dish);
  }
}

/** What is not published goes with its unit. */
function isWithdrawn(leaving: string): (dish: Dish) => boolean {
  return ({ unitId, publishedAt }) => unitId === leaving && publishedAt === null;
}

function partOf({ unitId, leadUnitId, publishedAt, readerUnitIds }: Dish, leaving: string): string | null {
  if (unitId === leaving && publishedAt === null) return 'Dish';
  if (leadUnitId === leaving) return 'DishLead';
  return readerUnitIds.includes(leaving) ? 'DishHost' : null;
}

/** What it has recorded after the fact lies behind, and is as little published as the rest. */
function unpublishedRecord({ regionId }: TenantTransaction, networkId: string) {
  return { regionId, networkId, recordedAt: Not(IsNull()), publishedAt: IsNull() };
}

/** Those ahead that it has proposed or drafted, leads, takes part in or signed up for; by id, as they are locked. */
async function listTouched(tx: TenantTransaction, unitId: string, networkId: string): Promise<Dish[]> {
  const ahead = { regionId: tx.regionId, networkId, endsAt: MoreThan(tx.now) };
  const live = { unitId, state: In([...IDEA_STATES, DishState.TAKEN]) };
  const own = await tx.asUnit(unitId, () =>
    tx.manager.findBy(Dish, [
      { ...ahead, ...live },
      { ...unpublishedRecord(tx, networkId), ...live },
    ]),
  );
  const all = await tx.manager.findBy(Dish, { ...ahead, state: In([...LIVE_STATES]) });
  const signedUp = new Set((await listSignUps(tx, unitId, networkId)).map(({ dishId }) => dishId));
  const shared = all.filter((dish) => partOf(dish, unitId) !== null || signedUp.has(dish.id));
  const byId = new Map([...own, ...shared].map((dish) => [dish.id, dish]));
  return [...byId.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function listSignUps(tx: TenantTransaction, unitId: string, networkId: string): Promise<SignUp[]> {
  const state = In([SignUpState.CONFIRMED, SignUpState.WAITING]);
  return tx.manager.findBy(SignUp, { regionId: tx.regionId, unitId, networkId, state });
}
