import { found, Refused } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { BookingMove, type Move, type MovePlan } from '../booking/booking-move.js';
import type { Booking } from '../booking/booking.entity.js';
import { Offer } from '../offer/offer.entity.js';
import { ItemsRefused, RefusedItem } from './bundle.refusals.js';

/** Bookings of one unit are put to other times in one act, as when what they serve moves: all of them or none. */
@Injectable()
export class BundleMove {
  constructor(private readonly moving: BookingMove) {}

  /**
   * One booking of an offer at most, under the locks of offers and bookings. Refused as several wishes are, by their
   * places among the moves.
   * @returns what stands now for each that is not as it was
   */
  async move(tx: TenantTransaction, moves: readonly Move[]): Promise<ReadonlyMap<string, Booking>> {
    const plans: { offer: Offer; plan: MovePlan }[] = [];
    const refused: RefusedItem[] = [];
    for (const [index, move] of moves.entries()) {
      const { id, offerId, ownerUnitId } = move.booking;
      const offer = found(await tx.asUnit(ownerUnitId, () => tx.find<Offer>(Offer, offerId)));
      const plan = await this.moving.plan(tx, offer, [move]);
      const refusal = plan.refused.get(id);
      if (refusal) refused.push(new RefusedItem(index, refusal));
      else plans.push({ offer, plan });
    }
    if (refused.length > 0) throw new Refused(new ItemsRefused(refused));
    const moved = new Map<string, Booking>();
    for (const { offer, plan } of plans) {
      for (const [id, booking] of await this.moving.carryOut(tx, offer, plan)) moved.set(id, booking);
    }
    return moved;
  }
}
