import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Booking } from '../booking/booking.entity.js';
import { poolOf } from '../offer/offer-pool.js';
import { Offer } from '../offer/offer.entity.js';
import { levelsOf, type Level } from './levels.js';
import { PoolShares } from './pool-shares.js';

/** A pool made smaller keeps its promises; this says of which bookings there are too many. */
@Injectable()
export class OverCommitment {
  constructor(private readonly shares: PoolShares) {}

  /** Marks what is ahead anew, in the owner's name and under the offer's lock, after the pool or its shares changed. */
  async note(tx: TenantTransaction, offerId: string): Promise<void> {
    const offer = found(await tx.find<Offer>(Offer, offerId));
    const pool = poolOf(offer);
    if (!pool) return;
    const shares = await this.shares.listUntil(tx, offerId, tx.now);
    const levels = levelsOf(shares, { from: tx.now.getTime(), to: Infinity });
    const over = levels.filter(({ used }) => used > pool.capacity);
    const crowded = new Set(
      shares.filter((share) => over.some((level) => meet(share, level))).map(({ bookingId }) => bookingId),
    );
    const bookings = await tx.manager.find(Booking, {
      where: { regionId: tx.regionId, id: In([...new Set(shares.map(({ bookingId }) => bookingId))]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const booking of bookings) {
      const overCommitted = crowded.has(booking.id);
      if (booking.overCommitted !== overCommitted) await tx.change(Booking, booking, { overCommitted });
    }
  }
}

function meet(share: { from: number; to: number }, level: Level): boolean {
  return share.from < level.to && level.from < share.to;
}
