import { instantAt, localDayOf, type Span } from '#calendar';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Booking } from '../booking/booking.entity.js';
import { Offer, OfferState } from '../offer/offer.entity.js';
import { countLending } from './count-lending.js';
import { LendingMonth } from './lending-month.entity.js';
import { countOpenMinutes, isLentWhole } from './open-minutes.js';

/** The rows of figures that hold no booking, for stewards: counted anew by the jobs that look after each booking. */
@Injectable()
export class LendingMonths {
  /** Counts the month of the booking, in the owner's name; one count at a time, so that the later one stands. */
  async count(tx: TenantTransaction, booking: Booking): Promise<void> {
    const { ownerUnitId: unitId, networkId } = booking;
    await this.lock(tx, unitId);
    const { month, period } = await monthOf(tx, booking.startsAt);
    const offers = await this.listWhole(tx, unitId, networkId);
    const wholeIds = offers.map(({ id }) => id);
    const wish = { unitId, offerId: null, networkIds: [networkId], wholeIds };
    const counted = await countLending(tx, wish, period);
    const openMinutes = await countOpenMinutes(tx, offers, period);
    const key = { unitId, networkId, month };
    const { regionId } = tx;
    const known = await tx.manager.findOneBy(LendingMonth, { regionId, ...key });
    const figures = { ...counted, openMinutes };
    if (known) await tx.change(LendingMonth, known, figures);
    else await tx.insert(LendingMonth, { ...key, ...figures, id: tx.newId() });
  }

  /** In the owner's name, after the change: of a booking that was shortened out of its month no job is left there. */
  async countLeft(
    tx: TenantTransaction,
    moves: readonly { readonly before: Booking; readonly to: Span }[],
  ): Promise<void> {
    const zone = await timeZoneOf(tx);
    const hasLeft = ({ before, to }: (typeof moves)[number]): boolean =>
      !firstDayOf(before.startsAt, zone).equals(firstDayOf(to.startsAt, zone));
    const left = moves.filter(hasLeft).map(({ before }) => before);
    for (const booking of await this.pickOfEach(tx, left)) await this.count(tx, booking);
  }

  /** One booking for each month, network and owner that they are counted in. */
  async pickOfEach(tx: TenantTransaction, bookings: readonly Booking[]): Promise<Booking[]> {
    const zone = await timeZoneOf(tx);
    const keyOf = ({ ownerUnitId, networkId, startsAt }: Booking): string =>
      [ownerUnitId, networkId, firstDayOf(startsAt, zone).toString()].join(' ');
    return [...new Map(bookings.map((booking) => [keyOf(booking), booking])).values()];
  }

  private async lock(tx: TenantTransaction, unitId: string): Promise<void> {
    await tx.query(
      'SELECT pg_advisory_xact_lock(hashtextextended(id::text, 1)) FROM unit WHERE region_id = $1 AND id = $2',
      [tx.regionId, unitId],
    );
  }

  private async listWhole(tx: TenantTransaction, unitId: string, networkId: string): Promise<Offer[]> {
    const { regionId } = tx;
    const shown = await tx.manager.findBy<Offer>(Offer, { regionId, unitId, state: OfferState.PUBLISHED });
    return shown.filter((offer) => offer.networkIds.includes(networkId) && isLentWhole(offer));
  }
}

async function monthOf(tx: TenantTransaction, instant: Date): Promise<{ month: string; period: Span }> {
  const zone = await timeZoneOf(tx);
  const first = firstDayOf(instant, zone);
  const startsAt = instantAt(first, 0, zone);
  return {
    month: first.toString(),
    period: { startsAt, endsAt: instantAt(first.add({ months: 1 }), 0, zone) },
  };
}

function firstDayOf(instant: Date, zone: string): Temporal.PlainDate {
  return localDayOf(instant, zone).with({ day: 1 });
}
