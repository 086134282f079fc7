import { ApiError, expectState, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import type { Offer } from '../offer/offer.entity.js';
import { BookingAsking } from './booking-asking.js';
import { BookingEvents } from './booking-events.js';
import { BookingJudge } from './booking-judge.js';
import { BookingLock } from './booking-lock.js';
import { BookingSettlement } from './booking-settlement.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';
import { BOOKING_STATES, BOOKING_WORDS } from './booking.words.js';

/** What the committee itself needs the time for. */
export interface OwnUse {
  purpose: string;
  heads: number | null;
}

/** In an emergency a committee takes back what was booked through its own network; of others it must ask the owner. */
@Injectable()
export class BookingDisplacement {
  constructor(
    private readonly locks: BookingLock,
    private readonly occupancy: OccupancyRepository,
    private readonly judge: BookingJudge,
    private readonly asking: BookingAsking,
    private readonly settlement: BookingSettlement,
    private readonly events: BookingEvents,
  ) {}

  /** The time goes to the committee if it says for what, else to nobody: not to those who wait, an emergency needs it. */
  async displace(
    tx: TenantTransaction,
    id: string,
    version: number,
    { reason, ownUse }: { reason: string; ownUse: OwnUse | null },
  ): Promise<{ booking: Booking; emergency: Booking | null }> {
    const { booking, offer } = await this.locks.take(tx, id, version);
    if (!tx.actor.convenedNetworkIds.includes(booking.networkId)) {
      throw ApiError.forbidden(BOOKING_WORDS.askTheOwner);
    }
    // A hand-over that was noted does not hold an emergency up.
    expectState(booking, [BookingState.CONFIRMED, BookingState.IN_USE], BOOKING_STATES);
    if (booking.endsAt <= tx.now) {
      refuseState(booking, BOOKING_WORDS.hasEnded);
    }
    const displaced = await this.settle(tx, offer, booking, reason);
    const emergency = ownUse && (await this.asking.takeOver(tx, offer, booking, ownUse));
    if (!emergency) await this.settlement.release(tx, [booking]);
    return { booking: displaced, emergency };
  }

  /** Proposes while the time still counts as taken. */
  private async settle(
    tx: TenantTransaction,
    offer: Offer,
    booking: Booking,
    remark: string,
  ): Promise<Booking> {
    const free = await tx.asUnit(booking.ownerUnitId, () =>
      this.judge.propose(this.occupancy.diary(tx, offer), booking),
    );
    const displaced = await tx.update(Booking, booking, {
      state: BookingState.DISPLACED,
      reason: BookingReason.EMERGENCY,
      remark,
      overCommitted: false,
      proposedSpans: free.map(({ startsAt, endsAt }) => ({
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
      settledAt: tx.now,
      updatedAt: tx.now,
    });
    await this.events.settled(tx, [displaced]);
    return displaced;
  }
}
