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

  /** Takes the place of the look that was set for it before. */
  async schedule(tx: TenantTransaction, { id, ownerUnitId, expiresAt }: Booking): Promise<void> {
    const wish = { unitId: ownerUnitId, ids: { bookingId: id }, runAt: expiresAt, key: id };
    await this.queue.add(tx, EXPIRE_BOOKING, wish);
  }
}
