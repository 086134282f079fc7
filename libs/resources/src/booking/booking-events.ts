import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Booking } from './booking.entity.js';

/** An offer as it is locked: in the name of its owner. */
export type LockedOffer = Pick<Booking, 'offerId' | 'ownerUnitId'>;

/** Who must know what becomes of bookings, in the very act. */
export interface BookingFollower {
  /**
   * Before the owner's yes takes any lock: what follows from it may book these as well. Takes itself what is locked
   * before offers.
   */
  prepare(tx: TenantTransaction, booking: Booking): Promise<readonly LockedOffer[]>;
  /** The owner has said yes to these. */
  confirmed(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void>;
  /** The requester has asked for the second instead of the first. */
  moved(tx: TenantTransaction, from: Booking, to: Booking): Promise<void>;
  /** These were confirmed, or will not be: under the locks of their offers, in the name of whoever acts. */
  settled(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void>;
}

/** Lets the libraries above follow the bookings that serve what is theirs. */
@Injectable()
export class BookingEvents {
  private readonly followers: Partial<BookingFollower>[] = [];

  follow(follower: Partial<BookingFollower>): void {
    this.followers.push(follower);
  }

  async prepare(tx: TenantTransaction, booking: Booking): Promise<LockedOffer[]> {
    const offers: LockedOffer[] = [];
    for (const follower of this.followers) {
      offers.push(...((await follower.prepare?.(tx, booking)) ?? []));
    }
    return offers;
  }

  async confirmed(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void> {
    for (const follower of this.followers) await follower.confirmed?.(tx, bookings);
  }

  async moved(tx: TenantTransaction, from: Booking, to: Booking): Promise<void> {
    for (const follower of this.followers) await follower.moved?.(tx, from, to);
  }

  async settled(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void> {
    if (bookings.length === 0) return;
    for (const follower of this.followers) await follower.settled?.(tx, bookings);
  }
}
