import { expectState, expectVersion, found, refuseState } from '#graphql';
import { asCommittee, holdMembers } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { partOf } from '../dish/dish-readers.js';
import { Dish, DishState } from '../dish/dish.entity.js';
import { speaksForLead } from '../dish/dish.policy.js';
import { DISH_STATES } from '../dish/dish.words.js';
import { DishDoing } from '../doing/dish-doing.js';
import { DOING_WORDS } from '../doing/doing.words.js';
import { OrderDishes } from '../order/order-dishes.js';
import { DishOutcome } from './dish-outcome.entity.js';
import type { DishOutcomeInput } from './dish-outcome.inputs.js';
import { DISH_OUTCOME_WORDS } from './dish-outcome.words.js';

type Said = Pick<DishOutcome, 'heads' | 'hours' | 'what'>;

/** What came of a dish: by its lead, or by the committee on its behalf, once one of its dates is over. */
@Injectable()
export class DishOutcomeService {
  constructor(
    private readonly doing: DishDoing,
    private readonly orders: OrderDishes,
  ) {}

  /** The order that the dish answers is served by it. */
  async file(tx: TenantTransaction, dishId: string, input: DishOutcomeInput): Promise<DishOutcome> {
    const { dish, speaks } = await this.take(tx, dishId);
    expectState(dish, [DishState.TAKEN], DISH_STATES);
    if (!(await this.doing.hasOne(tx, dish, 'endsAt'))) refuseState(dish, DOING_WORDS.notHeldYet);
    if (await tx.manager.existsBy(DishOutcome, { regionId: tx.regionId, dishId }))
      refuseState(dish, DISH_OUTCOME_WORDS.filedAlready);
    const filed = { ...sayingsOf(input), ...onBehalf(tx, dish), filedAt: tx.now, version: 1 };
    const outcome = await speaks(() =>
      tx.insert(DishOutcome, { ...partOf(dish), ...filed, id: tx.newId(), unitId: dish.leadUnitId }),
    );
    await this.orders.dishHeld(tx, dish, outcome.what);
    return outcome;
  }

  /** Until the menu is closed; what the committee wrote down for it, the lead corrects, and never the other way round. */
  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    input: DishOutcomeInput,
  ): Promise<DishOutcome> {
    const { dishId, networkId } = found(await tx.find(DishOutcome, id));
    const { dish, speaks } = await this.take(tx, dishId);
    const outcome = found(await asCommittee(tx, networkId, () => tx.lock(DishOutcome, id)));
    expectVersion(outcome, version);
    if (!outcome.onBehalf && !speaksForLead(tx, dish)) refuseState(dish, DISH_OUTCOME_WORDS.filedByLead);
    return speaks(() => tx.update(DishOutcome, outcome, { ...sayingsOf(input), ...onBehalf(tx, dish) }));
  }

  /** Locked, and the way to write in the name of its lead. */
  private async take(
    tx: TenantTransaction,
    dishId: string,
  ): Promise<{ dish: Dish; speaks: <T>(work: () => Promise<T>) => Promise<T> }> {
    const { networkId, leadUnitId } = found(await tx.find(Dish, dishId));
    const members = await holdMembers(tx, networkId, [leadUnitId]);
    const dish = await this.doing.takeAsHolder(tx, dishId);
    const write = <T>(work: () => Promise<T>): Promise<T> => asCommittee(tx, networkId, work);
    // Of a lead that no longer takes part nobody writes down the word.
    const isSpokenFor = !speaksForLead(tx, dish) && members.has(dish.leadUnitId);
    return {
      dish,
      speaks: (work) => (isSpokenFor ? tx.asWordOf(dish.leadUnitId, () => write(work)) : write(work)),
    };
  }
}

function onBehalf(tx: TenantTransaction, dish: Dish): Pick<DishOutcome, 'onBehalf'> {
  return { onBehalf: !speaksForLead(tx, dish) };
}

function sayingsOf({ heads, hours, what }: DishOutcomeInput): Said {
  return { heads, hours, what };
}
