import { isCurrentCode } from '#checkin';
import { found, Refused, refuseState } from '#graphql';
import { asCommittee, holdMembers, InvalidCode, notMember, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { DishDate } from '../dish/dish-date.entity.js';
import type { Dish } from '../dish/dish.entity.js';
import { ledPartOf } from '../dish/led-part.js';
import { DishDoing } from '../doing/dish-doing.js';
import { DishSums } from '../doing/dish-sums.js';
import { DISH_RECORD_WORDS } from '../record/record.words.js';
import { DISH_CHECK_IN_WORDS } from './check-in.words.js';
import { checkInHours } from './check-in-hours.js';
import { DishCheckIn, DishCheckInWay } from './dish-check-in.entity.js';
import type { NoteDishCheckInInput } from './dish-check-in.inputs.js';
import { DishDesk } from './dish-desk.entity.js';

type Noted = Pick<DishCheckIn, 'unitId' | 'heads' | 'way' | 'isLateEntry'>;

/** Who came to a date: by the code that is shown there, or as it stands on the list of whoever holds the dish. */
@Injectable()
export class DishCheckInService {
  constructor(
    private readonly doing: DishDoing,
    private readonly sums: DishSums,
  ) {}

  /** From then on the code is shown. Opened again, it is the same desk. */
  async open(tx: TenantTransaction, dateId: string): Promise<DishDesk> {
    const { dish } = await this.doing.takeDate(tx, dateId, 'holder');
    if (dish.recordedAt) refuseState(dish, DISH_RECORD_WORDS.noDesk);
    return this.holdDesk(tx, dish, dateId);
  }

  /** With the dish locked; made where there is none. */
  async holdDesk(tx: TenantTransaction, dish: Dish, dateId: string): Promise<DishDesk> {
    return asCommittee(tx, dish.networkId, async () => {
      const known = await tx.find(DishDesk, dateId);
      if (known) return known;
      const untouched = { openedAt: tx.now, codesHandedOut: 0 };
      return tx.insert(DishDesk, { ...ledPartOf(dish), ...untouched, id: dateId, secret: tx.newId() });
    });
  }

  /** The acting unit is there: it knows the code. Whoever says it anew corrects how many came. */
  async checkIn(tx: TenantTransaction, dateId: string, code: string, heads: number): Promise<DishCheckIn> {
    const { dish, date } = await this.doing.takeDate(tx, dateId);
    if (dish.recordedAt) refuseState(dish, DISH_RECORD_WORDS.noDesk);
    const { startsAt, endsAt } = checkInHours(date, await timeZoneOf(tx));
    if (tx.now < startsAt) refuseState(dish, DISH_CHECK_IN_WORDS.notOpenYet);
    if (tx.now >= endsAt) refuseState(dish, DISH_CHECK_IN_WORDS.dayIsOver);
    const desk = await asCommittee(tx, dish.networkId, () => tx.find(DishDesk, dateId));
    if (!desk) refuseState(dish, DISH_CHECK_IN_WORDS.deskNotOpen);
    if (!isCurrentCode(desk.secret, code.normalize('NFKC'), tx.now))
      throw new Refused(new InvalidCode(DISH_CHECK_IN_WORDS.codeNotShown));
    const { unitId } = tx.actor;
    return this.note(tx, dish, date, { unitId, heads, way: DishCheckInWay.CODE, isLateEntry: false });
  }

  /** By whoever holds it, or the committee: a unit, or residents; also afterwards, which is marked. */
  async noteOnList(tx: TenantTransaction, input: NoteDishCheckInInput): Promise<DishCheckIn> {
    const { dateId, unitId = null, heads } = input;
    const { networkId } = found(await tx.find(DishDate, dateId));
    const members = unitId ? await holdMembers(tx, networkId, [unitId]) : null;
    const { dish, date } = await this.doing.takeDate(tx, dateId, 'holder');
    if (unitId && !members?.has(unitId)) throw notMember('input.unitId');
    const { startsAt, endsAt } = checkInHours(date, await timeZoneOf(tx));
    if (tx.now < startsAt) refuseState(dish, DISH_CHECK_IN_WORDS.notOpenYet);
    const isLateEntry = tx.now >= endsAt;
    return this.note(tx, dish, date, { unitId, heads, way: DishCheckInWay.LIST, isLateEntry });
  }

  private async note(
    tx: TenantTransaction,
    dish: Dish,
    { id: dateId }: DishDate,
    noted: Noted,
  ): Promise<DishCheckIn> {
    const { networkId } = dish;
    const where = { regionId: tx.regionId, dateId, unitId: noted.unitId ?? IsNull() };
    const known = await asCommittee(tx, networkId, () => tx.manager.findOneBy(DishCheckIn, where));
    const { unitId, ...said } = noted;
    const values = { ...said, notedAt: tx.now };
    const entry = await asCommittee(tx, networkId, () =>
      known
        ? tx.change(DishCheckIn, known, values)
        : tx.insert(DishCheckIn, { ...ledPartOf(dish), ...values, id: tx.newId(), dateId, unitId }),
    );
    await this.sums.add(tx, dish, { checkedInHeads: noted.heads - (known?.heads ?? 0) });
    return entry;
  }
}
