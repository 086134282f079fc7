import { Pool } from 'undici';
import type { Size } from '../measure/size.ts';
import { WireCounter, type WireCount } from '../measure/wire-counter.ts';
import type { Peer } from '../servers/peers.ts';
import { startServer } from '../servers/running-server.ts';
import { daysFrom } from '../world/network-rows.ts';
import { automaticOffersOf, requestHour, signInBorrowers } from './booking-client.ts';

/** Behind all that is booked otherwise. */
const DAY = 178;
/** So many before what is counted: they prepare what is sent again. */
const BEFORE = 3;

/** What one request sends to the database when it is granted, and when the hour is taken. */
export interface BookingWire {
  readonly granted: WireCount;
  readonly refused: WireCount;
}

/** Counted one request after the other, with no load. */
export async function countBookings(size: Size, peer: Peer): Promise<BookingWire> {
  const counter = await WireCounter.open(size.databaseUrl);
  const server = await startServer(peer, counter.urlFor(size.databaseUrl), size.dir);
  const pool = new Pool(`http://127.0.0.1:${server.port}`, { connections: 1 });
  try {
    const [token = ''] = await signInBorrowers(server, 0, { networks: size.networks, most: 1 });
    const [offer] = await automaticOffersOf(0, size.networks);
    if (!offer) throw new Error('The network has nothing to book.');
    const date = daysFrom(size.now, DAY).toISOString().slice(0, 10);
    const countOne = async (hour: string): Promise<WireCount> => {
      const before = counter.count();
      await requestHour(pool, token, offer, new Date(`${date}T${hour}:00Z`));
      return difference(before, counter.count());
    };
    for (let turn = 0; turn < BEFORE; turn++) await countOne('01:00');
    return { granted: await countOne('04:00'), refused: await countOne('04:00') };
  } finally {
    await pool.destroy();
    await server.stop();
    await counter.close();
  }
}

function difference(before: WireCount, after: WireCount): WireCount {
  const { statements, selects, roundTrips } = after;
  return {
    statements: statements - before.statements,
    selects: selects - before.selects,
    roundTrips: roundTrips - before.roundTrips,
  };
}
