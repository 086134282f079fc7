import { MS_PER_MINUTE } from '#calendar';
import { peakOf, type Use } from '../occupancy/levels.js';
import type { OfferDiary } from '../occupancy/offer-diary.js';
import { poolOf } from '../offer/offer-pool.js';
import { gapMinutesOf, spanWithGap } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import { amountOf, type Wanted } from './booking-judge.js';
import type { Booking } from './booking.entity.js';
import { hasLapsed } from './booking.policy.js';

/** Open requests of one offer against those that are being confirmed one after the other; judged by the diary alone. */
export class Rivalry {
  constructor(
    private readonly offer: Offer,
    private readonly now: Date,
    /** Oldest first; of those that have lapsed only what holds. */
    readonly open: readonly Booking[],
    /** Of a pool: all that hold a part of it until they are answered. */
    private readonly holding: ReadonlySet<string>,
    /** By a request, what it is to replace. */
    private readonly replaced: ReadonlyMap<string, Booking>,
  ) {}

  /**
   * Of those that are not beaten already, in the order of `open`.
   * @param diary without what the booking held and replaces, and with what was confirmed before it
   */
  async listOf(diary: OfferDiary, booking: Booking, beaten: ReadonlySet<Booking>): Promise<Booking[]> {
    const taken = new Set((await diary.listNear(booking)).map(({ bookingId }) => bookingId));
    const near = this.open.filter(
      (rival) => !beaten.has(rival) && (taken.has(rival.id) || this.isNear(rival, booking)),
    );
    const pool = poolOf(this.offer);
    if (!pool) return near;
    const lost = new Set([
      ...(await this.listGiving(diary, booking, near, pool.capacity)),
      ...(await this.listBeaten(diary, booking, near, pool.capacity)),
    ]);
    return near.filter((rival) => lost.has(rival));
  }

  private isNear(rival: Booking, { startsAt, endsAt }: Booking): boolean {
    const gap = gapMinutesOf(this.offer) * MS_PER_MINUTE;
    const isThere =
      rival.startsAt.getTime() < endsAt.getTime() + gap && startsAt.getTime() - gap < rival.endsAt.getTime();
    return isThere && !hasLapsed(rival, this.now);
  }

  /** Of those that hold a part of a pool: whoever asked last gives way first, until the amount fits. */
  private async listGiving(
    diary: OfferDiary,
    booking: Booking,
    near: readonly Booking[],
    capacity: bigint,
  ): Promise<Booking[]> {
    const span = spanWithGap(this.offer, booking);
    const shares = await diary.listNear(booking);
    const holders = near.filter(({ holds }) => holds);
    const gone = new Set(holders.map(({ id }) => id));
    const giving: Booking[] = [];
    for (const holder of holders) {
      gone.delete(holder.id);
      const left = shares.filter(({ bookingId }) => !gone.has(bookingId));
      if (!hasLapsed(holder, this.now) && peakOf(left, span) + amountOf(booking) <= capacity) continue;
      gone.add(holder.id);
      giving.push(holder);
    }
    return giving;
  }

  /** Of those that hold nothing: whoever does not fit beside this one and what is confirmed. */
  private async listBeaten(
    diary: OfferDiary,
    booking: Booking,
    near: readonly Booking[],
    capacity: bigint,
  ): Promise<Booking[]> {
    const own = useOf(this.offer, booking);
    const beaten: Booking[] = [];
    for (const rival of near.filter(({ holds }) => !holds)) {
      const span = spanWithGap(this.offer, rival);
      const gone = this.replaced.get(rival.id)?.id;
      const left = (await diary.listNear(rival)).filter(
        ({ bookingId }) => bookingId !== gone && !this.holding.has(bookingId),
      );
      if (peakOf([...left, own], span) + amountOf(rival) > capacity) beaten.push(rival);
    }
    return beaten;
  }
}

function useOf(offer: Offer, wanted: Wanted): Use {
  const { startsAt, endsAt } = spanWithGap(offer, wanted);
  return { from: startsAt.getTime(), to: endsAt.getTime(), amount: amountOf(wanted) };
}
