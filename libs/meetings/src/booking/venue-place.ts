import { Venue } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import type { MeetingCall } from '../meeting/meeting-call.entity.js';
import type { CallChange } from '../meeting/meeting.repository.js';
import type { WantedOffer } from './offer-standing.js';

type Place = Pick<MeetingCall, 'location' | 'locationFollows'>;

/** Where the meeting is when nobody has said: where its venues are; null without one. */
export async function placeOfVenues(tx: TenantTransaction, wanted: readonly WantedOffer[]): Promise<Place> {
  const offerIds = wanted.map(({ offer }) => offer.offerId);
  const venues = await tx.manager.findBy(Venue, { regionId: tx.regionId, id: In(offerIds) });
  const places = offerIds.flatMap((id) => {
    const venue = venues.find((one) => one.id === id);
    return venue ? [`${venue.title}（${venue.address}）`] : [];
  });
  return places.length > 0
    ? { location: places.join('、'), locationFollows: true }
    : { location: null, locationFollows: false };
}

/** What changes of the place with the venues; nothing where it was said. */
export async function placeAlong(
  tx: TenantTransaction,
  { location, locationFollows }: Place,
  wanted: readonly WantedOffer[],
): Promise<CallChange> {
  return location === null || locationFollows ? placeOfVenues(tx, wanted) : {};
}

/** Of a place that somebody says anew, or takes back by null. */
export async function placeSaid(
  tx: TenantTransaction,
  location: string | null | undefined,
  wanted: readonly WantedOffer[],
): Promise<CallChange> {
  if (location === undefined) return {};
  return location === null ? placeOfVenues(tx, wanted) : { location, locationFollows: false };
}
