import { ofThing, type WatchedThing } from '#changes';

const TAKEN = (table: string): string =>
  `SELECT string_agg(concat_ws(' ', p.starts_at, p.kept_until), ',' ORDER BY p.starts_at, p.id)
    FROM ${table} p WHERE ${ofThing('offer_id')}`;

/** An offer, and when it is taken. */
export const OFFER_LIVE: WatchedThing = {
  type: 'Offer',
  table: 'offer',
  parts: { Booking: `SELECT p.id FROM booking p WHERE ${ofThing('offer_id')}` },
  // Other units read of a booking when it takes the offer, and nothing before it is confirmed.
  mark: `md5(concat_ws(';', (${TAKEN('occupancy')}), (${TAKEN('pool_share')})))`,
  owner: 'unit_id',
};
