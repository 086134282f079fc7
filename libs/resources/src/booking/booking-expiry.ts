import { JobHandlers, JobQueue, Task } from '#jobs';
import type { TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { LendingMonths } from '../figures/lending-months.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { BookingSettlement } from './booking-settlement.js';
import { Booking, BookingState } from './booking.entity.js';
import { OPEN_STATES } from './booking.policy.js';

const EXPIRE_BOOKING = new Task('expire-booking', { bookingId: z.uuid() });

/** Lets a request lapse that nobody has answered in time, so that its requester can look elsewhere. */
@Injectable()
export class BookingExpiry implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly queue: JobQueue,
    private readonly occupancy: OccupancyRepository,
    private readonly settlement: BookingSettlement,
    private readonly months: LendingMonths,
  ) {}

  onModuleInit(): void {
    this.handlers.register(EXPIRE_BOOKING, (tx, { bookingId }) => this.expire(tx, bookingId));
  }

  /** Sees to it that the request is looked at again when its time is up. */
  async schedule(tx: TenantTransaction, { id, ownerUnitId, expiresAt }: Booking): Promise<void> {
    const wish = { unitId: ownerUnitId, ids: { bookingId: id }, runAt: expiresAt, key: id };
    await this.queue.add(tx, EXPIRE_BOOKING, wish);
  }

  /** In the owner's name; leaves alone what has been answered, and comes again for what is not due yet. */
  private async expire(tx: TenantTransaction, id: string): Promise<void> {
    const known = await tx.find(Booking, id);
    if (!known) return;
    await this.occupancy.lock(tx, known.offerId);
    const booking = await tx.lock(Booking, id);
    if (!booking) return;
    if (OPEN_STATES.includes(booking.state)) {
      if (booking.expiresAt > tx.now) return this.schedule(tx, booking);
      await this.settlement.settle(tx, booking, BookingState.EXPIRED, null, null);
    }
    await this.months.count(tx, booking);
  }
}
