import { idOf } from './ids.ts';
import { daysFrom, type Making, postIdOf } from './network-rows.ts';
import type { BenchOffer } from './offer-rows.ts';
import { type BenchNetwork, type BenchUnit, REGION } from './world.ts';

const PAST = 12;
const AHEAD = 8;
const PURPOSES = ['居民议事会', '消防演练', '暑期托管班', '义诊', '参观学习'];
const ENDED = ['COMPLETED', 'COMPLETED', 'COMPLETED', 'CANCELLED', 'DECLINED'] as const;
const OPEN = ['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'REQUESTED'] as const;
const TAKES_ROOM = new Set(['COMPLETED', 'CONFIRMED']);

interface BenchBooking {
  readonly id: string;
  readonly offer: BenchOffer;
  readonly requester: BenchUnit;
  readonly state: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly requestedAt: Date;
  readonly turn: number;
}

/** Twenty uses of each offer through the network: every third day, so that its neighbours have the others. */
export function makeBookings(making: Making, network: BenchNetwork, offers: readonly BenchOffer[]): void {
  for (const [place, offer] of offers.entries()) {
    for (let turn = -PAST; turn < AHEAD; turn++) {
      const booking = bookingAt(making.now, { network, offer, place, turn });
      makeBooking(making, network, booking);
      makeContacts(making, network, booking);
      if (TAKES_ROOM.has(booking.state)) (offer.pool ? share : occupy)(making, booking);
      noteBooking(making, network, booking, 'REQUESTED', booking.requester);
      if (booking.state !== 'REQUESTED') noteBooking(making, network, booking, booking.state, offer.unit);
    }
  }
}

/** YYYY-MM-DD of a use through a network; turns are counted from now. */
export function dayOfTurn(now: Date, network: number, turn: number): string {
  return daysFrom(now, 3 * turn + (turn < 0 ? 0 : 1) + (network % 3))
    .toISOString()
    .slice(0, 10);
}

interface Turn {
  readonly network: BenchNetwork;
  readonly offer: BenchOffer;
  readonly place: number;
  readonly turn: number;
}

function bookingAt(now: Date, { network, offer, place, turn }: Turn): BenchBooking {
  const others = network.units.filter(({ id }) => id !== offer.unit.id);
  const state =
    (turn < 0 ? ENDED[(place - turn) % ENDED.length] : OPEN[(place + turn) % OPEN.length]) ?? 'CONFIRMED';
  // From 09:00 to 18:40 in Shanghai, no two of a network at one instant.
  const day = dayOfTurn(now, network.index, turn);
  const startsAt = new Date(Date.parse(`${day}T01:00:00Z`) + place * 29 * 60_000);
  return {
    id: idOf('booking', network.index, offer.id, turn),
    offer,
    requester: others[(place + turn + PAST) % others.length] ?? network.units[0],
    state,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
    requestedAt: daysFrom(now, Math.min(3 * turn - 10, -1)),
    turn,
  };
}

function makeBooking({ rows, now }: Making, network: BenchNetwork, booking: BenchBooking): void {
  const { id, offer, requester, state, startsAt, endsAt, requestedAt } = booking;
  const settled = state === 'REQUESTED' ? null : new Date(requestedAt.getTime() + 3_600_000);
  rows.add('booking', {
    region_id: REGION.id,
    id,
    offer_id: offer.id,
    owner_unit_id: offer.unit.id,
    requester_unit_id: requester.id,
    network_id: network.id,
    offer_title: offer.title,
    confirmation: offer.confirmation,
    state,
    starts_at: startsAt,
    ends_at: endsAt,
    purpose: PURPOSES[startsAt.getUTCDate() % PURPOSES.length],
    heads: 20 + (startsAt.getUTCDate() % 30),
    requested_at: requestedAt,
    expires_at: state === 'REQUESTED' ? daysFrom(now, 1) : daysFrom(requestedAt, 3),
    agreed_at: offer.confirmation === 'OWNER_AFTER_COMMITTEE' ? settled : null,
    settled_at: settled,
    reason: state === 'DECLINED' ? 'OWNER_DECLINED' : null,
    amount: amountOf(booking),
    measure: offer.pool?.measure ?? null,
    updated_at: settled ?? requestedAt,
    version: settled ? 2 : 1,
  });
}

function makeContacts(
  { rows }: Making,
  network: BenchNetwork,
  { id, offer, requester, state }: BenchBooking,
): void {
  for (const [unit, other] of [
    [requester, offer.unit],
    [offer.unit, requester],
  ] as const) {
    rows.add('booking_contact', {
      region_id: REGION.id,
      id: idOf('contact', id, unit.code),
      booking_id: id,
      unit_id: unit.id,
      other_unit_id: other.id,
      network_id: network.id,
      name: '联络员',
      phone: '021-5555 0002',
      shared: TAKES_ROOM.has(state),
    });
  }
}

function occupy({ rows }: Making, { id, offer, startsAt, endsAt }: BenchBooking): void {
  rows.add('occupancy', {
    region_id: REGION.id,
    id,
    offer_id: offer.id,
    unit_id: offer.unit.id,
    network_ids: offer.unit.networks.map((index) => idOf('network', index)),
    starts_at: startsAt,
    ends_at: endsAt,
    kept_until: new Date(endsAt.getTime() + 30 * 60_000),
  });
}

/** Of a pool every second use has all there is, the others a third. */
function amountOf({ offer: { pool }, turn }: BenchBooking): number | null {
  return pool && (turn % 2 === 0 ? pool.capacity : Math.ceil(pool.capacity / 3));
}

function share({ rows }: Making, booking: BenchBooking): void {
  const { id, offer, startsAt, endsAt } = booking;
  rows.add('pool_share', {
    region_id: REGION.id,
    id: idOf('share', id),
    booking_id: id,
    offer_id: offer.id,
    unit_id: offer.unit.id,
    network_ids: offer.unit.networks.map((index) => idOf('network', index)),
    starts_at: startsAt,
    kept_until: new Date(endsAt.getTime() + 30 * 60_000),
    low: 0,
    high: amountOf(booking),
    capacity_kw: offer.pool?.measure === 'kW' ? offer.pool.capacity : null,
    capacity_pieces: offer.pool?.measure === 'kW' ? null : offer.pool?.capacity,
  });
}

function noteBooking(
  { rows }: Making,
  network: BenchNetwork,
  { id, offer, requester, requestedAt }: BenchBooking,
  act: string,
  by: BenchUnit,
): void {
  rows.add('audit_line', {
    region_id: REGION.id,
    id: idOf('booking-line', id, act),
    at: new Date(requestedAt.getTime() + (act === 'REQUESTED' ? 0 : 3_600_000)),
    step: 0,
    thing_type: 'Booking',
    thing_id: id,
    part: 'Booking',
    act,
    manner: 'OWN',
    unit_id: by.id,
    post_id: postIdOf(by.code),
    post_unit_id: by.id,
    person_name: by.name,
    role: by.role === 'CONVENER' ? 'SECRETARY' : 'LIAISON',
    changes: { state: { after: act } },
    unit_ids: [requester.id, offer.unit.id],
    unit_code: null,
    network_ids: [],
    committee_network_ids: [network.id],
    person_ids: [],
  });
}
