import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { BookingContacts } from '../booking/booking-contacts.js';
import { BookingDeadline } from '../booking/booking-deadline.js';
import { BookingJudge } from '../booking/booking-judge.js';
import { BookingSettlement } from '../booking/booking-settlement.js';
import { Booking, BookingState } from '../booking/booking.entity.js';
import { Confirmation, type Offer } from '../offer/offer.entity.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { UseFollowUp } from '../use/use-follow-up.js';
import { WaitingList } from '../waiting-list/waiting-list.js';
import { expectSome } from './series-spans.js';

/** One booking at another time, under the lock of its offer; written in the owner's name, as a confirmation is. */
@Injectable()
export class DateMove {
  constructor(
    private readonly judge: BookingJudge,
    private readonly settlement: BookingSettlement,
    private readonly occupancy: OccupancyRepository,
    private readonly deadline: BookingDeadline,
    private readonly contacts: BookingContacts,
    private readonly followUp: UseFollowUp,
    private readonly waitingList: WaitingList,
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
    const freed = await this.settlement.release(tx, booking);
    const wish = { startsAt: to.startsAt, endsAt: to.endsAt, amount: booking.amount };
    this.judge.expectWithinCapacity(offer, wish);
    await this.judge.expectAllowed(tx, offer, wish);
    await this.judge.expectFree(tx, offer, wish);
    const expiresAt = await this.judge.answerBy(tx, offer, wish);
    const moved =
      isConfirmed && isInside(to, booking)
        ? await this.keep(tx, offer, booking, to)
        : await this.askAgain(tx, offer, booking, { ...to, expiresAt });
    if (freed.length > 0) await this.waitingList.handOn(tx, booking, freed);
    return moved;
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
        askedAt: confirmation === Confirmation.AUTOMATIC ? null : tx.now,
        settledAt: null,
        holds: false,
        waitingNumber: null,
        waitingPlace: null,
        overCommitted: false,
        updatedAt: tx.now,
      }),
    );
    if (booking.state === BookingState.CONFIRMED) await this.contacts.hide(tx, booking);
    if (confirmation === Confirmation.AUTOMATIC) return this.settlement.confirm(tx, offer, asked);
    await this.deadline.schedule(tx, asked);
    return offer.requestsHold ? this.settlement.hold(tx, offer, asked) : asked;
  }
}

function isInside(span: Span, outer: Span): boolean {
  return outer.startsAt <= span.startsAt && span.endsAt <= outer.endsAt;
}
