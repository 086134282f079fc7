import { found, Refused } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { BookingMove, type MovePlan } from '../booking/booking-move.js';
import type { Booking } from '../booking/booking.entity.js';
import type { Move } from '../booking/move-standing.js';
import { Offer } from '../offer/offer.entity.js';
import { ItemsRefused, RefusedItem } from './bundle.refusals.js';

/** Bookings of one unit are put to other times in one act, as when what they serve moves: all of them or none. */
@Injectable()
export class BundleMove {
  constructor(private readonly moving: BookingMove) {}

  /**
   * Under the locks of offers and bookings; those of one offer are judged together. Refused as several wishes are, by
   * their places among the moves.
   * @returns what stands now for each that is not as it was
   */
  async move(tx: TenantTransaction, moves: readonly Move[]): Promise<ReadonlyMap<string, Booking>> {
    const plans: { offer: Offer; plan: MovePlan }[] = [];
    for (const one of new Map(moves.map(({ booking }) => [booking.offerId, booking])).values()) {
      const { offerId, ownerUnitId } = one;
      const offer = found(await tx.asUnit(ownerUnitId, () => tx.find<Offer>(Offer, offerId)));
      const own = moves.filter(({ booking }) => booking.offerId === offerId);
      plans.push({ offer, plan: await this.moving.planWhole(tx, offer, own) });
    }
    const refused = moves.flatMap(({ booking: { id } }, index) =>
      plans.flatMap(({ plan }) => {
        const refusal = plan.refused.get(id);
        return refusal ? [new RefusedItem(index, refusal)] : [];
      }),
    );
    if (refused.length > 0) throw new Refused(new ItemsRefused(refused));
    const moved = new Map<string, Booking>();
    for (const { offer, plan } of plans) {
      for (const [id, booking] of await this.moving.carryOut(tx, offer, plan)) moved.set(id, booking);
    }
    return moved;
  }
}
