import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import type { MeetingSeries } from '../series/meeting-series.entity.js';
import { findShown, MeetingBookings } from './meeting-bookings.js';
import { MeetingOffer } from './meeting-offer.entity.js';
import { noteOffer } from './note-offer.js';
import { placeAlong } from './venue-place.js';

/**
 * A draft that follows its series wants the venue of that, and nothing else. It is noted alone: no owner is asked for a
 * day that the rule may yet change.
 */
@Injectable()
export class SeriesVenue {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly bookings: MeetingBookings,
  ) {}

  /** A venue that is lent no more is wanted no more. With the draft locked, and the rights of the committee. */
  async keep(tx: TenantTransaction, { venueId }: MeetingSeries, draft: Meeting): Promise<void> {
    const wanted = await this.bookings.list(tx, draft.id);
    const kept = wanted.filter(({ offer }) => offer.offerId === venueId);
    for (const one of wanted.filter((other) => !kept.includes(other))) {
      await tx.update(MeetingOffer, one.offer, { droppedAt: tx.now });
    }
    const { networkId } = draft;
    const missing = kept.length > 0 || !venueId ? null : await findShown(tx, { offerId: venueId, networkId });
    if (missing) kept.push({ offer: await noteOffer(tx, draft, missing), bookings: [] });
    const call = await this.meetings.getCall(tx, draft.id);
    const place = await placeAlong(tx, call, kept);
    if ((place.location ?? null) === call.location || Object.keys(place).length === 0) return;
    await this.meetings.change(tx, draft, {}, place);
  }
}
