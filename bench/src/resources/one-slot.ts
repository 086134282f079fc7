import { Pool } from 'undici';
import { quantile } from '../measure/load.ts';
import { processorTimeBelow, processorTimeOf } from '../measure/processor-time.ts';
import type { Size } from '../measure/size.ts';
import { median } from '../report/summary.ts';
import type { RunningServer } from '../servers/running-server.ts';
import { daysFrom } from '../world/network-rows.ts';
import {
  automaticOffersOf,
  requestHour,
  signInBorrowers,
  type Bookable,
  type Outcome,
} from './booking-client.ts';

export const CLIENTS = 200;
/** Units that they speak for, in turn. */
const BORROWERS = 9;
/** Days from now, behind all bookings of the world. */
const FIRST_DAY = 40;

/** What becomes of many who want the same hour at the same moment; figures are medians over the slots. */
export interface OneSlot {
  readonly slots: number;
  /** How often each answer was given, over all slots. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** From the first question to the last answer, in milliseconds. */
  readonly wall: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of one request, in milliseconds. */
  readonly serverTime: number;
  readonly databaseTime: number;
}

/** One slot after the other is wanted by two hundred clients, each on a connection that stands already. */
export async function measureOneSlot(size: Size, server: RunningServer): Promise<OneSlot> {
  const tokens = await signInBorrowers(server, 0, { networks: size.networks, most: BORROWERS });
  const [offer] = await automaticOffersOf(0, size.networks);
  if (!offer) throw new Error('The network has nothing to book.');
  const pool = new Pool(`http://127.0.0.1:${server.port}`, { connections: CLIENTS, pipelining: 1 });
  try {
    const races: Race[] = [];
    // The first warms up and opens the connections.
    for (let slot = 0; slot <= size.options.rounds; slot++) {
      const race = await raceFor(pool, tokens, offer, slotAt(size.now, slot), () => [
        processorTimeOf(server.pid),
        processorTimeBelow(size.postmaster),
      ]);
      if (slot > 0) races.push(race);
    }
    return summaryOf(races);
  } finally {
    await pool.destroy();
  }
}

interface Race {
  readonly outcomes: readonly Outcome[];
  readonly wall: number;
  readonly serverTime: number;
  readonly databaseTime: number;
}

async function raceFor(
  pool: Pool,
  tokens: readonly string[],
  offer: Bookable,
  startsAt: Date,
  times: () => [number, number],
): Promise<Race> {
  const before = times();
  const started = performance.now();
  const outcomes = await Promise.all(
    Array.from({ length: CLIENTS }, (_none, client) =>
      requestHour(pool, tokens[client % tokens.length] ?? '', offer, startsAt),
    ),
  );
  const wall = performance.now() - started;
  const after = times();
  const [serverTime, databaseTime] = [after[0] - before[0], after[1] - before[1]];
  return { outcomes, wall, serverTime, databaseTime };
}

/** At ten in the morning in Shanghai, each on another day. */
function slotAt(now: Date, slot: number): Date {
  return new Date(
    `${daysFrom(now, FIRST_DAY + slot)
      .toISOString()
      .slice(0, 10)}T02:00:00Z`,
  );
}

function summaryOf(races: readonly Race[]): OneSlot {
  const outcomes: Record<string, number> = {};
  for (const { said } of races.flatMap((race) => race.outcomes)) outcomes[said] = (outcomes[said] ?? 0) + 1;
  const latencies = races.map((race) =>
    Float64Array.from(race.outcomes, ({ milliseconds }) => milliseconds).toSorted(),
  );
  return {
    slots: races.length,
    outcomes,
    wall: median(races.map(({ wall }) => wall)),
    p50: median(latencies.map((sorted) => quantile(sorted, 0.5))),
    p99: median(latencies.map((sorted) => quantile(sorted, 0.99))),
    serverTime: median(races.map(({ serverTime }) => serverTime / CLIENTS)),
    databaseTime: median(races.map(({ databaseTime }) => databaseTime / CLIENTS)),
  };
}
