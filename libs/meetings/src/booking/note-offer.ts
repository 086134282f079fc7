import type { Span } from '#calendar';
import type { Offer } from '#resources';
import type { TenantTransaction } from '#tenancy';
import type { Meeting } from '../meeting/meeting.entity.js';
import { MeetingOffer } from './meeting-offer.entity.js';
import { MEETING_OFFER_WORDS } from './meeting-offer.words.js';

interface Wanted extends Partial<Span> {
  readonly amount?: string | null;
  readonly purpose?: string | null | undefined;
}

/** A meeting wants it, for as long as it lasts unless said otherwise; nobody is asked yet. */
export function noteOffer(
  tx: TenantTransaction,
  { id: meetingId, networkId, startsAt, endsAt }: Meeting,
  { id: offerId, unitId: ownerUnitId, title: offerTitle }: Offer,
  { amount = null, purpose, ...span }: Wanted = {},
): Promise<MeetingOffer> {
  return tx.insert(MeetingOffer, {
    startsAt,
    endsAt,
    ...span,
    id: tx.newId(),
    meetingId,
    networkId,
    offerId,
    ownerUnitId,
    offerTitle,
    amount,
    purpose: purpose ?? MEETING_OFFER_WORDS.purpose.zh,
    plannedAt: tx.now,
    droppedAt: null,
    version: 1,
  });
}
