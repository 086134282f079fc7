import { JobQueue, Task } from '#jobs';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Booking } from './booking.entity.js';

export const EXPIRE_BOOKING = new Task('expire-booking', { bookingId: z.uuid() });

/** Sees to it that a wish is looked at again when its time is up. */
@Injectable()
export class BookingDeadline {
  constructor(private readonly queue: JobQueue) {}

  /** Takes the place of the looks that were set for them before. */
  async schedule(tx: TenantTransaction, wishes: readonly Booking[]): Promise<void> {
    const looks = wishes.map(({ id, ownerUnitId: unitId, expiresAt: runAt }) => ({
      unitId,
      ids: { bookingId: id },
      runAt,
      key: id,
    }));
    await this.queue.addAll(tx, EXPIRE_BOOKING, looks);
  }
}
