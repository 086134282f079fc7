import { asc, ASKER, readsOf, sql, type Columns, type Sql } from '#reads';
import { Booking, BOOKING_READS, OFFER_READS } from '#resources';
import { Dish } from '../dish/dish.entity.js';
import { DISH_READS } from '../dish/dish.reads.js';
import { DishBooking } from './dish-booking.entity.js';

const DISH_OFFER_READS = readsOf(DishBooking, 'DishOffer', (link) => ({
  title: link.sql(({ offerTitle }: Columns<DishBooking>): Sql => offerTitle),
  isPending: link.sql(({ standing }: Columns<DishBooking>): Sql => sql`${standing} = 'PENDING'`),
  offer: link.row(OFFER_READS, { id: 'offerId' }),
  booking: link.row(BOOKING_READS, { id: 'bookingId' }),
}));

/** What bookings add to dishes, and dishes to bookings. */
export const DISH_BOOKING_TYPES = [
  DISH_OFFER_READS,
  readsOf(Dish, 'Dish', (dish) => ({
    offers: dish.rows(DISH_OFFER_READS, (link, { id }) => ({
      where: [sql`${link.dishId} = ${id}`, sql`${link.standing} <> 'OFF'`],
      orderBy: [asc(link.linkedAt), asc(link.offerTitle), asc(link.id)],
    })),
  })),
  readsOf(Booking, 'Booking', (booking) => ({
    dish: booking.row(
      DISH_READS,
      (dish, { id }) => sql`${dish.id} = (SELECT db.dish_id FROM dish_booking db
        WHERE db.region_id = ${ASKER.regionId} AND db.booking_id = ${id})`,
    ),
  })),
];
