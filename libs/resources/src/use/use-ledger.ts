import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Booking } from '../booking/booking.entity.js';
import { ContributionAccount } from '../contribution/contribution-account.js';
import { BookingUse } from './booking-use.entity.js';
import { assumedFacts, type UseFacts } from './use-facts.js';

/** Keeps what happened of a booking and the owner's account together: neither is written without the other. */
@Injectable()
export class UseLedger {
  constructor(private readonly account: ContributionAccount) {}

  find(tx: TenantTransaction, bookingId: string): Promise<BookingUse | null> {
    return tx.find(BookingUse, bookingId);
  }

  /** In the actor's own name; the caller has locked the booking. */
  async noteHandOver(tx: TenantTransaction, booking: Booking, at: Date): Promise<BookingUse> {
    const known = await this.find(tx, booking.id);
    const isOwners = known?.handedOverBy === booking.ownerUnitId;
    const noted = { handedOverAt: at, handedOverBy: isOwners ? known.handedOverBy : tx.actor.unitId };
    if (known) return tx.change(BookingUse, known, noted);
    return tx.insert(BookingUse, {
      ...sidesOf(booking),
      ...noted,
      returnedAt: null,
      heads: null,
      amount: null,
      kwh: null,
      assumed: false,
      completedAt: null,
    });
  }

  /** In the actor's own name, with what it adds to the account or takes back from it. */
  async complete(
    tx: TenantTransaction,
    booking: Booking,
    facts: UseFacts,
    assumed = false,
  ): Promise<BookingUse> {
    const known = await this.find(tx, booking.id);
    const completedAt = known?.completedAt ?? tx.now;
    const next = { ...facts, assumed, completedAt };
    const use = known
      ? await tx.change(BookingUse, known, next)
      : await tx.insert(BookingUse, { ...sidesOf(booking), handedOverBy: null, ...next });
    await this.account.settle(tx, booking, use);
    return use;
  }

  /** By rule, in the owner's name: nobody noted otherwise. */
  async assume(tx: TenantTransaction, booking: Booking): Promise<void> {
    await tx.asUnit(booking.ownerUnitId, async () => {
      const known = await this.find(tx, booking.id);
      await this.complete(tx, booking, assumedFacts(booking, known), true);
    });
  }

  /** It was not used after all: what was noted goes, and the account takes back what it gave. */
  async strike(tx: TenantTransaction, booking: Booking): Promise<void> {
    await tx.asUnit(booking.ownerUnitId, async () => {
      const known = await this.find(tx, booking.id);
      if (known) await tx.remove(BookingUse, known);
      await this.account.settle(tx, booking, null);
    });
  }
}

/** The key that a part of a booking shares with it. */
export function sidesOf({ id, offerId, ownerUnitId, requesterUnitId, networkId }: Booking) {
  return { id, offerId, ownerUnitId, requesterUnitId, networkId };
}
