import { asc, ASKER, readsOf, sql } from '#reads';
import { Booking } from '../booking/booking.entity.js';
import { Offer } from '../offer/offer.entity.js';
import { OfferClosure } from './closure.entity.js';

const CLOSURE_READS = readsOf(OfferClosure, 'OfferClosure', (closure) => ({
  chatText: closure.resolverOfEntity(),
}));

export const CLOSURE_TYPES = [
  CLOSURE_READS,
  readsOf(Offer, 'Offer', (offer) => ({
    closures: offer.rows(CLOSURE_READS, ({ offerId, startsAt, endsAt, id }, { id: ofOffer }) => ({
      where: [sql`${offerId} = ${ofOffer}`, sql`${endsAt} > ${ASKER.now}`],
      orderBy: [asc(startsAt), asc(id)],
    })),
  })),
  readsOf(Booking, 'Booking', (booking) => ({
    conflicts: booking.resolverOfEntity(),
    provisional: booking.resolverOfEntity(),
  })),
];
