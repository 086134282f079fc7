import { ApiError, expectVersion, found, Refused, refuseState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { CallOff, mayStillEnd } from '../booking/call-off.js';
import { UNTIED } from '../booking/booking-tie.js';
import { bookedAmount } from '../booking/booking-amount.js';
import { Booking } from '../booking/booking.entity.js';
import { BOOKING_WORDS } from '../booking/booking.words.js';
import { BookingAsking, type BookingDraft, type BookingWish } from '../booking/booking-asking.js';
import { orRefused } from '../booking/or-refused.js';
import { fitTogether } from '../occupancy/fit-together.js';
import type { Offer } from '../offer/offer.entity.js';
import { getShownOffer } from '../offer/shown-offer.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { BUNDLE_WORDS } from './bundle.words.js';
import { ItemsRefused, RefusedItem } from './bundle.refusals.js';

/** Several things for one purpose in one act, say a hall, a bus and a projector: all of them or none. */
@Injectable()
export class BundleService {
  constructor(
    private readonly asking: BookingAsking,
    private readonly occupancy: OccupancyRepository,
    private readonly callOff: CallOff,
  ) {}

  /** Each is judged as if it were asked for alone, after those before it. */
  async request(tx: TenantTransaction, wishes: readonly BookingWish[]): Promise<Booking[]> {
    await expectEachTakesPart(tx, wishes);
    const offerIds = [...new Set(wishes.map(({ offerId }) => offerId))].toSorted();
    for (const id of offerIds) await this.occupancy.lock(tx, id);
    return this.ask(tx, wishes);
  }

  /** The same under the locks of their offers, of units that are known to take part. */
  async ask(tx: TenantTransaction, wishes: readonly BookingWish[]): Promise<Booking[]> {
    const offers = await expectApart(tx, wishes);
    const diaries = new Map(offers.map((offer) => [offer.id, this.occupancy.diary(tx, offer)]));
    for (const [id, diary] of diaries) {
      if (wishes.filter(({ offerId }) => offerId === id).length > 1) await diary.readAhead();
    }
    const tie = { ...UNTIED, bundleId: tx.newId() };
    const [drafts, refused]: [BookingDraft[], RefusedItem[]] = [[], []];
    for (const [index, wish] of wishes.entries()) {
      const diary = found(diaries.get(wish.offerId) ?? null);
      const outcome = await orRefused(() => this.asking.draft(tx, diary, { ...wish, tie }));
      if (outcome instanceof Refused) refused.push(new RefusedItem(index, outcome.refusal));
      else drafts.push(outcome);
    }
    if (refused.length > 0) throw new Refused(new ItemsRefused(refused));
    const made = new Map<string, Booking>();
    for (const offer of offers) {
      const own = drafts.filter(({ booking }) => booking.offerId === offer.id);
      for (const booking of (await this.asking.store(tx, offer, own)).bookings) made.set(booking.id, booking);
    }
    return drafts.flatMap(({ booking }) => made.get(booking.id) ?? []);
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
    if (!bundleId) throw ApiError.badInput([{ path: 'id', message: BUNDLE_WORDS.noBundle }]);
    const list = (): Promise<Booking[]> =>
      tx.manager.find(Booking, {
        where: { regionId: tx.regionId, bundleId, requesterUnitId },
        order: { startsAt: 'ASC', id: 'ASC' },
      });
    const visible = await list();
    const all = await tx.asUnit(requesterUnitId, list);
    if (visible.length < all.length) refuseState(known, BUNDLE_WORDS.reachesFurther);
    await this.callOff.lockOffers(tx, visible);
    const bookings = await list();
    const anchor = found(bookings.find((booking) => booking.id === id) ?? null);
    expectVersion(anchor, version);
    const ahead = bookings.filter((booking) => mayStillEnd(tx, booking));
    if (ahead.length === 0) refuseState(anchor, BOOKING_WORDS.isOver);
    return this.callOff.endAll(tx, ahead, remark);
  }
}

async function expectEachTakesPart(tx: TenantTransaction, wishes: readonly BookingWish[]): Promise<void> {
  const networkIds = wishes.map(({ networkId }) => networkId);
  for (const id of new Set(networkIds)) {
    await named(networkIds.indexOf(id), expectTakesPart(tx, [id]));
  }
}

/** What is missing is named by its place among the items. */
function named<T>(index: number, step: Promise<T>): Promise<T> {
  return step.catch((error: unknown) => {
    const isMissing = error instanceof ApiError && error.code === 'NOT_FOUND';
    throw isMissing ? ApiError.notFound(`input.items.${index}`) : error;
  });
}

/**
 * The offers, each once. Throws BAD_USER_INPUT for items that do not fit beside each other: requests hold nothing, so
 * that both would stand until one is declined.
 */
async function expectApart(tx: TenantTransaction, wishes: readonly BookingWish[]): Promise<Offer[]> {
  const offers = await Promise.all(wishes.map((wish, index) => named(index, getShownOffer(tx, wish))));
  for (const [index, offer] of offers.entries()) {
    const path = `input.items.${index}`;
    bookedAmount(offer, wishes[index]?.amount, `${path}.amount`);
    const same = wishes.slice(0, index + 1).filter(({ offerId }) => offerId === offer.id);
    if (!fitTogether(offer, same)) throw ApiError.badInput([{ path, message: BUNDLE_WORDS.itemsTooNear }]);
  }
  return [...new Map(offers.map((offer) => [offer.id, offer])).values()];
}
