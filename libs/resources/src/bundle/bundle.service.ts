import { MS_PER_MINUTE } from '#calendar';
import { ApiError, expectVersion, found, Refused, WrongState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { CallOff, mayStillEnd } from '../booking/call-off.js';
import { UNTIED } from '../booking/booking-tie.js';
import { bookedAmount } from '../booking/booking-amount.js';
import { Booking } from '../booking/booking.entity.js';
import type { BookingWish } from '../booking/booking-asking.js';
import { BookingService } from '../booking/booking.service.js';
import { tryBooking } from '../booking/try-booking.js';
import { poolOf } from '../offer/offer-pool.js';
import { gapMinutesOf } from '../offer/offer-terms.js';
import { Offer } from '../offer/offer.entity.js';
import { readAmount } from '../occupancy/amount.js';
import { levelsOf } from '../occupancy/levels.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { findTooNear } from '../series/series-spans.js';
import { SERIES_WORDS } from '../series/series.words.js';
import { ItemsRefused, RefusedItem } from './bundle.refusals.js';

/** Several things for one purpose in one act, say a hall, a bus and a projector: all of them or none. */
@Injectable()
export class BundleService {
  constructor(
    private readonly bookings: BookingService,
    private readonly occupancy: OccupancyRepository,
    private readonly callOff: CallOff,
  ) {}

  /** Each is judged as if it were asked for alone, after those before it. */
  async request(tx: TenantTransaction, wishes: readonly BookingWish[]): Promise<Booking[]> {
    await expectEachTakesPart(tx, wishes);
    const offerIds = [...new Set(wishes.map(({ offerId }) => offerId))].toSorted();
    for (const id of offerIds) await this.occupancy.lock(tx, id);
    await expectApart(tx, wishes);
    const tie = { ...UNTIED, bundleId: tx.newId() };
    const [made, refused]: [Booking[], RefusedItem[]] = [[], []];
    for (const [index, wish] of wishes.entries()) {
      const outcome = await tryBooking(tx, () => this.bookings.request(tx, { ...wish, tie }));
      if (outcome instanceof Refused) refused.push(new RefusedItem(index, outcome.refusal));
      else made.push(outcome);
    }
    if (refused.length > 0) throw new Refused(new ItemsRefused(refused));
    return made;
  }

  /**
   * The requester gives up all that was asked for with this booking; what has begun or ended stands. A committee on its
   * behalf is refused where it sees only some of it: half of an act is not the act.
   */
  async cancel(
    tx: TenantTransaction,
    id: string,
    version: number,
    remark: string | null,
  ): Promise<Booking[]> {
    const known = found(await tx.find(Booking, id));
    const { bundleId, requesterUnitId } = known;
    if (requesterUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    if (!bundleId) throw ApiError.badInput([{ path: 'id', message: SERIES_WORDS.noBundle }]);
    const list = (): Promise<Booking[]> =>
      tx.manager.find(Booking, {
        where: { regionId: tx.regionId, bundleId, requesterUnitId },
        order: { startsAt: 'ASC', id: 'ASC' },
      });
    const visible = await list();
    const all = await tx.asUnit(requesterUnitId, list);
    if (visible.length < all.length)
      throw new Refused(new WrongState(known.state, SERIES_WORDS.reachesFurther));
    await this.callOff.lockOffers(tx, visible);
    const bookings = await list();
    const anchor = found(bookings.find((booking) => booking.id === id) ?? null);
    expectVersion(anchor, version);
    const ahead = bookings.filter((booking) => mayStillEnd(tx, booking));
    if (ahead.length === 0) throw new Refused(new WrongState(anchor.state, SERIES_WORDS.isOver));
    return this.callOff.endAll(tx, ahead, remark);
  }
}

async function expectEachTakesPart(tx: TenantTransaction, wishes: readonly BookingWish[]): Promise<void> {
  const networkIds = wishes.map(({ networkId }) => networkId);
  for (const id of new Set(networkIds)) {
    await expectTakesPart(tx, [id]).catch((error: unknown) => {
      const isMissing = error instanceof ApiError && error.code === 'NOT_FOUND';
      throw isMissing ? ApiError.notFound(`input.items.${networkIds.indexOf(id)}`) : error;
    });
  }
}

/** Requests hold nothing, so that two that do not fit beside each other would both stand until one is declined. */
async function expectApart(tx: TenantTransaction, wishes: readonly BookingWish[]): Promise<void> {
  for (const [index, wish] of wishes.entries()) {
    const path = `input.items.${index}`;
    const offer = await tx.find<Offer>(Offer, wish.offerId);
    if (!offer?.networkIds.includes(wish.networkId)) throw ApiError.notFound(path);
    bookedAmount(offer, wish.amount, `${path}.amount`);
    const same = wishes.slice(0, index + 1).filter(({ offerId }) => offerId === wish.offerId);
    if (same.length > 1 && isTooMuch(offer, same)) {
      throw ApiError.badInput([{ path, message: SERIES_WORDS.itemsTooNear }]);
    }
  }
}

function isTooMuch(offer: Offer, wishes: readonly BookingWish[]): boolean {
  const [pool, gapMinutes] = [poolOf(offer), gapMinutesOf(offer)];
  if (!pool) return findTooNear(wishes, gapMinutes) !== null;
  const uses = wishes.map(({ startsAt, endsAt, amount }) => ({
    from: startsAt.getTime(),
    to: endsAt.getTime() + gapMinutes * MS_PER_MINUTE,
    amount: readAmount(amount ?? '0'),
  }));
  return uses.some(({ from, to }) => levelsOf(uses, { from, to }).some(({ used }) => used > pool.capacity));
}
