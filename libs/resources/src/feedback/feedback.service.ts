import { ApiError, expectState, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Booking, BookingState } from '../booking/booking.entity.js';
import { BOOKING_STATES } from '../booking/booking.words.js';
import { BookingLock } from '../booking/booking-lock.js';
import { Feedback } from './feedback.entity.js';
import { FEEDBACK_WORDS } from './feedback.words.js';

export interface FeedbackDraft {
  readonly marks: number;
  readonly comment: string | null;
}

/** Both sides say once how it went; what can be changed later could be bargained over. */
@Injectable()
export class FeedbackService {
  constructor(private readonly locks: BookingLock) {}

  async give(tx: TenantTransaction, id: string, version: number, draft: FeedbackDraft): Promise<Booking> {
    const { booking } = await this.locks.take(tx, id, version);
    const { offerId, ownerUnitId, requesterUnitId, networkId } = booking;
    const { unitId } = tx.actor;
    if (![ownerUnitId, requesterUnitId].includes(unitId)) throw ApiError.forbidden();
    expectState(booking, [BookingState.COMPLETED], BOOKING_STATES);
    if (ownerUnitId === requesterUnitId) refuseState(booking, FEEDBACK_WORDS.ownUse);
    const { regionId } = tx;
    const given = await tx.manager.findOneBy(Feedback, { regionId, bookingId: id, unitId });
    if (given) refuseState(booking, FEEDBACK_WORDS.givenAlready);
    const sides = { bookingId: id, offerId, ownerUnitId, requesterUnitId, networkId };
    await tx.insert(Feedback, { ...sides, ...draft, id: tx.newId(), unitId, givenAt: tx.now });
    return booking;
  }
}
