import { ApiError, expectState, found, refuseState } from '#graphql';
import { expectTakesPart, holdMembers, Network, notMember } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DishMoves } from '../booking/dish-moves.js';
import type { HeldBookings } from '../booking/moves-of.js';
import { expectKeepsSurvey } from '../finding/expect-keeps-survey.js';
import { DishHosts } from '../host/dish-hosts.js';
import { expectMonth } from '../menu/expect-month.js';
import { MenuRepository } from '../menu/menu.repository.js';
import { expectNoClash } from '../record/expect-no-clash.js';
import { expectKeepsRecord } from '../record/expect-keeps-record.js';
import { expectRecordStands } from '../record/expect-record-stands.js';
import { SignUps } from '../sign-up/sign-ups.js';
import { OrderDishes } from '../order/order-dishes.js';
import { DishDates } from './dish-dates.js';
import {
  changesOf,
  draftOf,
  expectDeadlineAhead,
  expectKindStays,
  expectLinks,
  expectSound,
  UNTOUCHED,
} from './dish.draft.js';
import { Dish, DishState } from './dish.entity.js';
import type { CreateDishInput, UpdateDishInput } from './dish.inputs.js';
import { convenes, IDEA_STATES, isOwn } from './dish.policy.js';
import { DishRepository } from './dish.repository.js';
import { DISH_STATES, DISH_WORDS } from './dish.words.js';

const { DRAFT, PROPOSED, RETURNED, TAKEN, WITHDRAWN } = DishState;

/** From the draft of a unit to the menu of its network. Every step decides with the dish locked. */
@Injectable()
export class DishService {
  constructor(
    private readonly dishes: DishRepository,
    private readonly dates: DishDates,
    private readonly hosts: DishHosts,
    private readonly menus: MenuRepository,
    private readonly moves: DishMoves,
    private readonly signUps: SignUps,
    private readonly orders: OrderDishes,
  ) {}

  /** A draft that nobody outside the unit can see. */
  async create(tx: TenantTransaction, input: CreateDishInput): Promise<Dish> {
    const { networkId, month, leadUnitId } = input;
    await expectTakesPart(tx, [networkId]);
    await expectMonth(tx, month, 'input.month');
    await this.menus.expectMonthOpen(tx, networkId, month, 'input.month');
    if (input.orderId) await this.orders.expectServing(tx, input.orderId);
    const said = await draftOf(tx, input);
    await this.expectLead(tx, networkId, leadUnitId);
    await expectLinks(tx, said, networkId);
    expectDeadlineAhead(said.signUpDeadline, tx.now);
    const plan = await this.dates.plan(tx, month, [], input.dates);
    expectSound({ ...said, ...plan.whole }, input);
    const dish = await tx.insert(Dish, {
      ...UNTOUCHED,
      ...said,
      ...plan.whole,
      id: tx.newId(),
      networkId,
      month,
      unitId: tx.actor.unitId,
      leadUnitId: leadUnitId ?? tx.actor.unitId,
      readerUnitIds: [],
      postedAt: tx.now,
      updatedAt: tx.now,
    });
    await this.dates.carryOut(tx, dish, plan);
    return dish;
  }

  /** By its own unit until it is taken, then by the committee; what is published is read at once as it is said anew. */
  async update(tx: TenantTransaction, id: string, version: number, input: UpdateDishInput): Promise<Dish> {
    const known = found(await tx.find(Dish, id));
    expectMayChange(tx, known);
    await this.expectLead(tx, known.networkId, input.leadUnitId);
    const held = input.dates ? await this.moves.hold(tx, known) : new Map();
    if (known.takenAt) await this.holdMenu(tx, known, input);
    const dish = await this.dishes.takeVersion(tx, id, version);
    expectMayChange(tx, dish);
    expectState(dish, [...IDEA_STATES, TAKEN], DISH_STATES);
    expectKindStays(dish, input.kind);
    await expectKeepsSurvey(tx, dish, input.kind);
    const said = changesOf(input);
    if (dish.recordedAt) {
      expectKeepsRecord(dish, input);
      await expectRecordStands(tx, dish, said, await this.dates.listStanding(tx, id));
    }
    await expectLinks(tx, said, dish.networkId);
    if (said.signUpDeadline?.getTime() !== dish.signUpDeadline?.getTime())
      expectDeadlineAhead(said.signUpDeadline, tx.now);
    const { whole, changes, dropped } = await this.changeDates(tx, dish, input, held);
    const { quota, quotaPerUnit, signUpDeadline } = dish;
    expectSound({ quota, quotaPerUnit, signUpDeadline, ...said, ...whole }, input);
    const { leadUnitId } = input;
    // Before it is proposed nobody is asked.
    const wished = leadUnitId && dish.proposedAt === null ? { leadUnitId } : {};
    const changed = await this.dishes.change(tx, dish, { ...said, ...changes, ...wished });
    await this.signUps.follow(tx, dish, changed, dropped);
    return leadUnitId && dish.proposedAt ? this.hosts.name(tx, changed, leadUnitId) : changed;
  }

  /** Puts it before the committee; the committee’s own is taken with it. */
  async propose(tx: TenantTransaction, id: string, version: number): Promise<Dish> {
    const known = found(await tx.find(Dish, id));
    const { networkId, month, unitId, leadUnitId, recordedAt } = known;
    if (unitId !== tx.actor.unitId) throw ApiError.forbidden();
    await expectTakesPart(tx, [networkId]);
    if (!recordedAt) await expectMonth(tx, month, 'id');
    const takes = tx.actor.convenedNetworkIds.includes(networkId);
    await this.expectLead(tx, networkId, leadUnitId, 'id');
    if (takes) await this.menus.holdOpen(tx, networkId, month);
    else await this.menus.expectOpen(tx, known);
    const dish = await this.dishes.takeVersion(tx, id, version);
    expectState(dish, [DRAFT, RETURNED], DISH_STATES);
    await this.expectTimely(tx, dish);
    const proposed = { state: PROPOSED, proposedAt: tx.now, reason: null };
    if (!takes) return this.dishes.change(tx, dish, proposed);
    const own = { state: TAKEN, takenAt: tx.now, leadUnitId: dish.unitId };
    const taken = await this.dishes.change(tx, dish, { ...proposed, ...own });
    return this.hosts.name(tx, taken, dish.leadUnitId);
  }

  /** The committee puts it on the menu; units read it there once that is published, and what was held already at once. */
  async take(tx: TenantTransaction, id: string, version: number): Promise<Dish> {
    const { networkId, month, recordedAt } = this.expectCommittee(tx, found(await tx.find(Dish, id)));
    if (!recordedAt) await expectMonth(tx, month, 'id');
    await this.menus.holdOpen(tx, networkId, month);
    const dish = await this.dishes.takeVersion(tx, id, version);
    expectState(dish, [PROPOSED], DISH_STATES);
    await this.expectTimely(tx, dish);
    const shown = recordedAt ? { publishedAt: tx.now } : {};
    return this.dishes.change(tx, dish, { state: TAKEN, takenAt: tx.now, ...shown });
  }

  /** Back to its unit, with the reason; nobody else reads it any more. */
  async sendBack(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Dish> {
    const known = this.expectCommittee(tx, found(await tx.find(Dish, id)));
    const held = await this.moves.hold(tx, known);
    const dish = await this.dishes.takeVersion(tx, id, version);
    expectState(dish, [PROPOSED, TAKEN], DISH_STATES);
    expectUnpublished(dish);
    await this.moves.freeOthers(tx, dish, held);
    await this.hosts.drop(tx, dish, await this.hosts.listLive(tx, dish));
    const nobody = { readerUnitIds: [], leadUnitId: dish.unitId };
    const back = { state: RETURNED, proposedAt: null, takenAt: null, reason, ...nobody };
    return this.dishes.change(tx, dish, back);
  }

  /** Its unit takes it back before it is published. */
  async withdraw(tx: TenantTransaction, id: string, version: number): Promise<Dish> {
    const known = found(await tx.find(Dish, id));
    if (!isOwn(tx, known)) throw ApiError.forbidden();
    const held = await this.moves.hold(tx, known);
    const dish = await this.dishes.takeVersion(tx, id, version);
    expectState(dish, [...IDEA_STATES, TAKEN], DISH_STATES);
    expectUnpublished(dish);
    if (dish.proposedAt) await this.hosts.drop(tx, dish, await this.hosts.listLive(tx, dish));
    await this.moves.free(tx, held);
    const readers = dish.proposedAt ? { readerUnitIds: [] } : {};
    return this.dishes.change(tx, dish, { state: WITHDRAWN, endedAt: tx.now, ...readers });
  }

  /** Whoever led it does no longer: the committee leads until another that it names says yes. */
  async leadFallsBack(tx: TenantTransaction, dish: Dish): Promise<Dish> {
    const { convenerUnitId } = found(await tx.find(Network, dish.networkId));
    const live = await this.hosts.listLive(tx, dish);
    const beside = live.filter(({ unitId }) => unitId === convenerUnitId);
    await this.hosts.drop(tx, dish, beside);
    return this.hosts.follow(tx, dish, { leadUnitId: convenerUnitId });
  }

  /** A record that is put elsewhere is held against another that is put there at once. */
  private holdMenu(tx: TenantTransaction, dish: Dish, { place, kind }: UpdateDishInput): Promise<void> {
    const { networkId, month, recordedAt } = dish;
    const mayClash = recordedAt && (place !== undefined || kind);
    return mayClash ? this.menus.holdOpen(tx, networkId, month) : this.menus.expectOpen(tx, dish);
  }

  private async changeDates(
    tx: TenantTransaction,
    dish: Dish,
    { dates }: UpdateDishInput,
    held: HeldBookings,
  ) {
    if (!dates) return { whole: { startsAt: dish.startsAt, endsAt: dish.endsAt }, changes: {}, dropped: [] };
    const plan = await this.dates.plan(tx, dish.month, await this.dates.listStanding(tx, dish.id), dates);
    await this.moves.follow(tx, dish, plan, held);
    await this.dishes.asKeeper(tx, dish, () => this.dates.carryOut(tx, dish, plan));
    return { whole: plan.whole, changes: plan.whole, dropped: plan.dropped };
  }

  private async expectLead(
    tx: TenantTransaction,
    networkId: string,
    leadUnitId: string | null | undefined,
    path = 'input.leadUnitId',
  ): Promise<void> {
    if (!leadUnitId || leadUnitId === tx.actor.unitId) return;
    if (!convenes(tx, { networkId })) {
      throw ApiError.badInput([{ path, message: DISH_WORDS.committeeNames }]);
    }
    const members = await holdMembers(tx, networkId, [leadUnitId]);
    if (!members.has(leadUnitId)) throw notMember(path);
  }

  /** All of it lies ahead; what is recorded after the fact did not clash. */
  private async expectTimely(tx: TenantTransaction, dish: Dish): Promise<void> {
    const dates = await this.dates.listStanding(tx, dish.id);
    if (dish.recordedAt) return expectNoClash(tx, dish, dates);
    if (dates.every(({ startsAt }) => startsAt > tx.now)) return;
    throw ApiError.badInput([{ path: 'id', message: DISH_WORDS.inThePast }]);
  }

  private expectCommittee(tx: TenantTransaction, dish: Dish): Dish {
    if (!convenes(tx, dish)) throw ApiError.forbidden();
    return dish;
  }
}

function expectUnpublished(dish: Dish): void {
  if (!dish.publishedAt) return;
  refuseState(dish, DISH_WORDS.isPublished);
}

function expectMayChange(tx: TenantTransaction, dish: Dish): void {
  if (dish.takenAt === null ? isOwn(tx, dish) : convenes(tx, dish)) return;
  throw ApiError.forbidden();
}
