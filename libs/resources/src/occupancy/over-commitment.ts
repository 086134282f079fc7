import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Booking } from '../booking/booking.entity.js';
import { CALLED_OFF_STATES } from '../booking/booking.policy.js';
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
    const shares = await this.shares.listFrom(tx, offerId, tx.now);
    const levels = levelsOf(shares, { from: tx.now.getTime(), to: Infinity });
    const over = levels.filter(({ used }) => used > pool.capacity);
    const crowded = new Set(
      shares.filter((share) => over.some((level) => meet(share, level))).map(({ bookingId }) => bookingId),
    );
    const ids = [...new Set(shares.map(({ bookingId }) => bookingId))];
    const bookings = await tx.manager.find(Booking, {
      // Of many that are called off at once, some have not given back yet what they had.
      where: { regionId: tx.regionId, id: In(ids), state: Not(In(CALLED_OFF_STATES)) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    const outdated = bookings.filter(({ id, overCommitted }) => overCommitted !== crowded.has(id));
    await tx.changeAll(Booking, outdated, ({ overCommitted }) => ({ overCommitted: !overCommitted }));
  }
}

function meet(share: { from: number; to: number }, level: Level): boolean {
  return share.from < level.to && level.from < share.to;
}
