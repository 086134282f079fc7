import { MEMBERS } from './booking-acts.js';
import { WISHED } from './booking-ledger.js';
import { MONDAY } from './booking-minutes.js';
import type { BookingModel } from './booking-model.js';
import { isTaken } from './booking-shares.js';

/** Everything that is stored of offers and bookings, in the words of the model: places instead of ids, minutes instead of instants. */
export const STORED = `SELECT json_build_object(
  'offers', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'state', o.state, 'version', o.version,
      'networks', o.network_ids, 'internal', (SELECT i.network_ids FROM offer_internal i WHERE i.id = o.id),
      'shown', ARRAY(SELECT p.network_id FROM offer_publication p WHERE p.offer_id = o.id AND p.withdrawn_at IS NULL))), '[]')
    FROM offer o),
  'bookings', (SELECT coalesce(json_agg(json_build_object('id', b.id, 'state', b.state, 'reason', b.reason,
      'version', b.version, 'expires', b.expires_at, 'settled', b.settled_at IS NOT NULL,
      'start', b.starts_at, 'end', b.ends_at, 'holds', b.holds, 'place', b.waiting_place, 'replaces', b.replaces_id,
      'amount', (b.amount * 1000)::bigint, 'over', b.over_committed,
      'shared', ARRAY(SELECT c.unit_id FROM booking_contact c WHERE c.booking_id = b.id AND c.shared),
      'contacts', (SELECT count(*) FROM booking_contact c WHERE c.booking_id = b.id))), '[]') FROM booking b),
  'closures', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'offer', c.offer_id, 'networks', c.network_ids,
      'start', c.starts_at, 'end', c.ends_at, 'version', c.version)), '[]') FROM offer_closure c),
  'taken', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'offer', t.offer_id, 'networks', t.network_ids,
      'start', t.starts_at, 'end', t.ends_at, 'keptUntil', t.kept_until)), '[]') FROM occupancy t),
  'shares', (SELECT coalesce(json_agg(json_build_object('id', s.booking_id, 'offer', s.offer_id, 'networks', s.network_ids,
      'start', s.starts_at, 'keptUntil', s.kept_until, 'area', s.area)), '[]')
    FROM (SELECT booking_id, offer_id, network_ids, min(starts_at) AS starts_at, max(kept_until) AS kept_until,
        sum((high - low) * 1000 * extract(epoch FROM kept_until - starts_at) / 60)::bigint AS area
      FROM pool_share GROUP BY 1, 2, 3) s)) AS stored`;

/** Where the ids of the rows stand in the model. */
export interface Ids {
  readonly offers: string[];
  readonly bookings: string[];
  readonly closures: string[];
  readonly units: ReadonlyMap<string, string>;
  readonly networks: ReadonlyMap<string, string>;
}

interface Row {
  readonly id: string;
  readonly [column: string]: unknown;
}

export interface Stored {
  readonly offers: readonly Row[];
  readonly bookings: readonly Row[];
  readonly closures: readonly Row[];
  readonly taken: readonly Row[];
  /** Of pools: by booking, amount times minutes. */
  readonly shares: readonly Row[];
}

export function toMinute(instant: Date | string, monday = MONDAY): number {
  return (new Date(instant).getTime() - monday) / 60_000;
}

export function readStored(
  { offers, bookings, closures, taken, shares }: Stored,
  ids: Ids,
  monday: number,
): object {
  const minuteOf = (instant: unknown): number => toMinute(String(instant), monday);
  const codes = (list: unknown): string[] =>
    (list as string[]).map((id) => ids.networks.get(id) ?? ids.units.get(id) ?? id).toSorted();
  return {
    offers: inOrder(offers, ids.offers).map(({ id: _, networks, internal, shown, ...rest }) => ({
      ...rest,
      networks: codes(networks),
      internal: codes(internal),
      shown: codes(shown),
    })),
    bookings: inOrder(bookings, ids.bookings).map(
      ({ id: _, expires, start, end, replaces, shared, ...rest }) => ({
        ...rest,
        expires: minuteOf(expires),
        span: [start, end].map(minuteOf),
        replaces: replaces === null ? null : ids.bookings.indexOf(replaces as string),
        shared: codes(shared),
      }),
    ),
    closures: inOrder(closures, ids.closures).map(({ id, offer, networks, start, end, version }) => ({
      closure: ids.closures.indexOf(id),
      offer: ids.offers.indexOf(String(offer)),
      networks: codes(networks),
      span: [start, end].map(minuteOf),
      version,
    })),
    taken: inOrder(taken, ids.bookings).map(({ id, offer, networks, start, end, keptUntil }) => ({
      booking: ids.bookings.indexOf(id),
      offer: ids.offers.indexOf(String(offer)),
      networks: codes(networks),
      span: [start, end, keptUntil].map(minuteOf),
    })),
    shares: inOrder(shares, ids.bookings).map(({ id, offer, networks, start, keptUntil, area }) => ({
      booking: ids.bookings.indexOf(id),
      offer: ids.offers.indexOf(String(offer)),
      networks: codes(networks),
      span: [start, keptUntil].map(minuteOf),
      area,
    })),
  };
}

/** The same of the model. */
export function readModel(model: BookingModel): object {
  return {
    offers: model.offers.map(({ state, version, networks }) => {
      const shown = networks.toSorted();
      return { state, version, networks: shown, internal: shown, shown };
    }),
    bookings: model.bookings.map((booking) => {
      const { state, reason, version, expires, requester, wasConfirmed } = booking;
      const { holds, replaces, start, end, amount, overCommitted: over } = booking;
      const sides = [...new Set([requester, model.ownerOf(booking) ?? ''])].toSorted();
      const shared = wasConfirmed ? sides : [];
      const contacts = wasConfirmed ? sides.length : 1;
      const settled = !WISHED.includes(state);
      const standing = { holds, replaces, place: model.placeOf(booking), span: [start, end] };
      return { state, reason, version, expires, settled, shared, contacts, amount, over, ...standing };
    }),
    closures: model.closures.flatMap(({ offer, start, end, version, isGone }, closure) => {
      const networks = (model.offers[offer]?.networks ?? []).toSorted();
      return isGone ? [] : [{ closure, offer, networks, span: [start, end], version }];
    }),
    taken: model.bookings.flatMap((taken, booking) => {
      const { offer, start, end, keptUntil, amount } = taken;
      const networks = (model.offers[offer]?.networks ?? []).toSorted();
      const isWhole = isTaken(taken) && amount === null;
      return isWhole ? [{ booking, offer, networks, span: [start, end, keptUntil] }] : [];
    }),
    shares: model.bookings.flatMap((taken, booking) => {
      const { offer, start, keptUntil, amount } = taken;
      if (!isTaken(taken) || amount === null) return [];
      const networks = (model.offers[offer]?.networks ?? []).toSorted();
      return [{ booking, offer, networks, span: [start, keptUntil], area: amount * (keptUntil - start) }];
    }),
  };
}

/** Bookings and contacts that a unit may read, as the model has it. */
export function readable(model: BookingModel, unit: string): { bookings: number[]; contacts: string[] } {
  const bookings: number[] = [];
  const contacts: string[] = [];
  for (const [at, booking] of model.bookings.entries()) {
    const owner = model.ownerOf(booking) ?? '';
    if (!model.knows(unit, booking)) continue;
    bookings.push(at);
    const isCommittee = MEMBERS[unit]?.convenes === booking.network;
    if (isCommittee || booking.requester === unit || booking.wasConfirmed)
      contacts.push(`${at} ${booking.requester}`);
    if (booking.wasConfirmed && owner !== booking.requester) contacts.push(`${at} ${owner}`);
  }
  return { bookings, contacts };
}

function inOrder(rows: readonly Row[], ids: readonly string[]): Row[] {
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
