import { JobHandlers, JobQueue, Task } from '#jobs';
import type { TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Booking, BookingState } from '../booking/booking.entity.js';
import { LendingMonths } from '../figures/lending-months.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { GRACE_MS } from './grace.js';
import { UseLedger } from './use-ledger.js';

const FOLLOW_USE = new Task('follow-use', { bookingId: z.uuid() });
const OPEN_ENDED: readonly BookingState[] = [BookingState.CONFIRMED, BookingState.IN_USE];

/** Looks after each confirmed booking when it is over: without a note it counts as used, and the figures are counted. */
@Injectable()
export class UseFollowUp implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly queue: JobQueue,
    private readonly occupancy: OccupancyRepository,
    private readonly ledger: UseLedger,
    private readonly months: LendingMonths,
  ) {}

  onModuleInit(): void {
    this.handlers.register(FOLLOW_USE, (tx, { bookingId }) => this.follow(tx, bookingId));
  }

  /** A day after its end; said again when that changes. */
  schedule(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void> {
    return this.add(tx, bookings, ({ endsAt }) => new Date(endsAt.getTime() + GRACE_MS));
  }

  /** For what is corrected after its figures have been counted. */
  now(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void> {
    return this.add(tx, bookings, () => tx.now);
  }

  /** For what has left the figures of its month: one look for each month will do. */
  async recount(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void> {
    await this.now(tx, await this.months.pickOfEach(tx, bookings));
  }

  /** It was not used after all, and the figures have to know. */
  async strike(tx: TenantTransaction, booking: Booking): Promise<void> {
    await this.ledger.strike(tx, booking);
    await this.now(tx, [booking]);
  }

  private add(
    tx: TenantTransaction,
    bookings: readonly Booking[],
    when: (booking: Booking) => Date,
  ): Promise<void> {
    const looks = bookings.map((booking) => {
      const { id, ownerUnitId: unitId } = booking;
      return { unitId, ids: { bookingId: id }, runAt: when(booking), key: id };
    });
    return this.queue.addAll(tx, FOLLOW_USE, looks);
  }

  /** In the owner's name; comes again for what is not over yet, which may have been moved. */
  private async follow(tx: TenantTransaction, id: string): Promise<void> {
    const known = await tx.find(Booking, id);
    if (!known) return;
    await this.occupancy.lock(tx, known.offerId);
    const booking = await tx.lock(Booking, id);
    if (!booking) return;
    if (OPEN_ENDED.includes(booking.state)) {
      if (booking.endsAt.getTime() + GRACE_MS > tx.now.getTime()) return this.schedule(tx, [booking]);
      await this.ledger.assume(tx, booking);
      await tx.update(Booking, booking, { state: BookingState.COMPLETED, updatedAt: tx.now });
    }
    await this.months.count(tx, booking);
  }
}
