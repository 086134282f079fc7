import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { BookingContacts } from '../booking/booking-contacts.js';
import { BookingExpiry } from '../booking/booking-expiry.js';
import { BookingJudge } from '../booking/booking-judge.js';
import { BookingSettlement } from '../booking/booking-settlement.js';
import { Booking, BookingState } from '../booking/booking.entity.js';
import { Confirmation, type Offer } from '../offer/offer.entity.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { UseFollowUp } from '../use/use-follow-up.js';
import { expectSome } from './series-spans.js';

/** One booking at another time, under the lock of its offer; written in the owner's name, as a confirmation is. */
@Injectable()
export class DateMove {
  constructor(
    private readonly judge: BookingJudge,
    private readonly settlement: BookingSettlement,
    private readonly occupancy: OccupancyRepository,
    private readonly expiry: BookingExpiry,
    private readonly contacts: BookingContacts,
    private readonly followUp: UseFollowUp,
  ) {}

  /**
   * Judged like a request, its own time counting as free. Inside what is confirmed it stays confirmed; elsewhere it is
   * asked for again, and what was confirmed is free. Throws Refused, with its own time given up: the caller takes back.
   */
  async move(
    tx: TenantTransaction,
    offer: Offer,
    booking: Booking,
    to: Span,
    zone: string,
  ): Promise<Booking> {
    expectSome(to, zone);
    const isConfirmed = booking.state === BookingState.CONFIRMED;
    if (isConfirmed) await this.settlement.release(tx, booking);
    const { ...asked } = booking;
    const wish = { ...asked, startsAt: to.startsAt, endsAt: to.endsAt };
    const expiresAt = await this.judge.expectGrantable(tx, offer, wish);
    return isConfirmed && isInside(to, booking)
      ? this.keep(tx, offer, booking, to)
      : this.askAgain(tx, offer, booking, { ...to, expiresAt });
  }

  private async keep(
    tx: TenantTransaction,
    offer: Offer,
    booking: Booking,
    { startsAt, endsAt }: Span,
  ): Promise<Booking> {
    const times = { startsAt, endsAt, overCommitted: false, updatedAt: tx.now };
    const kept = await tx.asUnit(booking.ownerUnitId, async () => {
      const shorter = await tx.update(Booking, booking, times);
      await this.occupancy.take(tx, offer, shorter);
      return shorter;
    });
    await this.followUp.schedule(tx, kept);
    return kept;
  }

  private async askAgain(
    tx: TenantTransaction,
    offer: Offer,
    booking: Booking,
    { startsAt, endsAt, expiresAt }: Span & { expiresAt: Date },
  ): Promise<Booking> {
    const { confirmation, networkId } = booking;
    const isAgreed =
      confirmation === Confirmation.OWNER_AFTER_COMMITTEE && tx.actor.convenedNetworkIds.includes(networkId);
    const asked = await tx.asUnit(booking.ownerUnitId, () =>
      tx.update(Booking, booking, {
        startsAt,
        endsAt,
        expiresAt,
        state: isAgreed ? BookingState.AWAITING_OWNER : BookingState.REQUESTED,
        agreedAt: isAgreed ? tx.now : null,
        settledAt: null,
        overCommitted: false,
        updatedAt: tx.now,
      }),
    );
    if (booking.state === BookingState.CONFIRMED) await this.contacts.hide(tx, booking);
    if (confirmation === Confirmation.AUTOMATIC) return this.settlement.confirm(tx, offer, asked);
    await this.expiry.schedule(tx, asked);
    return asked;
  }
}

function isInside(span: Span, outer: Span): boolean {
  return outer.startsAt <= span.startsAt && span.endsAt <= outer.endsAt;
}
