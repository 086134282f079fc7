import { JobHandlers } from '#jobs';
import type { TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LendingMonths } from '../figures/lending-months.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { BookingDeadline, EXPIRE_BOOKING } from './booking-deadline.js';
import { BookingEnding } from './booking-ending.js';
import { Booking, BookingState } from './booking.entity.js';
import { WISHED_STATES } from './booking.policy.js';

/** Lets a wish lapse that nobody has answered in time, so that its requester can look elsewhere. */
@Injectable()
export class BookingExpiry implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly occupancy: OccupancyRepository,
    private readonly deadline: BookingDeadline,
    private readonly ending: BookingEnding,
    private readonly months: LendingMonths,
  ) {}

  onModuleInit(): void {
    this.handlers.register(EXPIRE_BOOKING, (tx, { bookingId }) => this.expire(tx, bookingId));
  }

  /** In the owner's name; leaves alone what has been answered, and comes again for what is not due yet. */
  async expire(tx: TenantTransaction, id: string): Promise<void> {
    const known = await tx.find(Booking, id);
    if (!known) return;
    await this.occupancy.lock(tx, known.offerId);
    const booking = await tx.lock(Booking, id);
    if (!booking) return;
    if (WISHED_STATES.includes(booking.state)) {
      if (booking.expiresAt > tx.now) return this.deadline.schedule(tx, [booking]);
      await this.ending.end(tx, booking, BookingState.EXPIRED, null, null);
    }
    await this.months.count(tx, booking);
  }
}
