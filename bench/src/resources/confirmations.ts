import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { CONNECTIONS } from '../measure/load.ts';
import { processorTimeBelow, processorTimeOf } from '../measure/processor-time.ts';
import type { Size } from '../measure/size.ts';
import { median } from '../report/summary.ts';
import type { RunningServer } from '../servers/running-server.ts';
import { daysFrom } from '../world/network-rows.ts';
import { BareBookings } from './bare-bookings.ts';
import { automaticOffersOf, requestHour, signInBorrowers, type Bookable } from './booking-client.ts';

/** Networks whose offers are booked in turn. */
const NETWORKS = 4;
const FIRST_DAY = 60;
const LAST_DAY = 175;
/** In UTC, of hours that fit into a rest-day too, and leave the half hour between them. */
const STARTS = ['01:00', '02:30', '04:00', '05:30', '07:00', '08:30'];

/** One way to confirm, in one round. */
interface Rate {
  readonly perSecond: number;
  /** Processor time of one confirmation, in milliseconds; the bare one has no server. */
  readonly serverTime: number;
  readonly databaseTime: number;
}

/** Medians over the rounds; the ratios are of the same round. */
export interface Confirmations {
  readonly ours: Rate;
  readonly bare: Rate;
  /** How many bare ones take the time of one of ours. */
  readonly byRate: number;
  /** The same by processor time of the database alone. */
  readonly byDatabase: number;
}

/** So many at once book free hours and get them: through our API, and by the least SQL that books nothing twice. */
export async function measureConfirmations(size: Size, server: RunningServer): Promise<Confirmations> {
  const hours = new Hours(await bookablesOf(size, server), size.now);
  const pool = new Pool(`http://127.0.0.1:${server.port}`, { connections: CONNECTIONS, pipelining: 1 });
  const bare = await BareBookings.open(size.superuserUrl, CONNECTIONS);
  const confirm = async (): Promise<void> => {
    const { token, offer, startsAt } = hours.next();
    const { said } = await requestHour(pool, token, offer, startsAt);
    if (said !== 'CONFIRMED') throw new Error(`A free hour was answered with ${said}.`);
  };
  try {
    const rounds: { ours: Rate; bare: Rate }[] = [];
    // The first round warms up.
    for (let round = 0; round <= size.options.rounds; round++) {
      const ways = { ours: await rateOf(size, confirm, server.pid), bare: await rateOf(size, bare.book) };
      if (round > 0) rounds.push(ways);
    }
    return {
      ours: medianOf(rounds.map(({ ours }) => ours)),
      bare: medianOf(rounds.map((round) => round.bare)),
      byRate: median(rounds.map(({ ours, bare: { perSecond } }) => perSecond / ours.perSecond)),
      byDatabase: median(rounds.map(({ ours, bare: { databaseTime } }) => ours.databaseTime / databaseTime)),
    };
  } finally {
    await Promise.all([pool.destroy(), bare.close()]);
  }
}

interface Offered {
  readonly token: string;
  readonly offer: Bookable;
}

async function bookablesOf({ networks }: Size, server: RunningServer): Promise<Offered[]> {
  const asked = Math.min(NETWORKS, networks);
  const offered: Offered[] = [];
  for (let turn = 0; turn < asked; turn++) {
    const network = Math.floor((turn * networks) / asked);
    const [token = ''] = await signInBorrowers(server, network, { networks, most: 1 });
    const offers = await automaticOffersOf(network, networks);
    offered.push(...offers.map((offer) => ({ offer, token })));
  }
  return offered;
}

/** Free hours, one after the other: those who ask at once ask for different offers, as far as there are. */
class Hours {
  private turn = 0;
  private readonly offered: readonly Offered[];
  private readonly now: Date;

  constructor(offered: readonly Offered[], now: Date) {
    this.offered = offered;
    this.now = now;
  }

  next(): Offered & { readonly startsAt: Date } {
    const { length } = this.offered;
    const offered = this.offered[this.turn % length];
    const hour = Math.floor(this.turn++ / length);
    const day = FIRST_DAY + Math.floor(hour / STARTS.length);
    if (!offered || day > LAST_DAY) throw new Error('All free hours are booked: ask for fewer rounds.');
    const date = daysFrom(this.now, day).toISOString().slice(0, 10);
    return { ...offered, startsAt: new Date(`${date}T${STARTS[hour % STARTS.length]}:00Z`) };
  }
}

async function rateOf(
  { options: { seconds }, postmaster }: Size,
  book: () => Promise<void>,
  pid: number | null = null,
): Promise<Rate> {
  const times = () => [pid === null ? 0 : processorTimeOf(pid), processorTimeBelow(postmaster)] as const;
  const before = times();
  const started = performance.now();
  let booked = 0;
  const workers = Array.from({ length: CONNECTIONS }, async () => {
    while (performance.now() < started + seconds * 1000) {
      await book();
      booked++;
    }
  });
  await Promise.all(workers);
  const elapsed = (performance.now() - started) / 1000;
  await pause(20);
  const after = times();
  return {
    perSecond: booked / elapsed,
    serverTime: (after[0] - before[0]) / booked,
    databaseTime: (after[1] - before[1]) / booked,
  };
}

function medianOf(rates: readonly Rate[]): Rate {
  const of = (figure: keyof Rate): number => median(rates.map((rate) => rate[figure]));
  return { perSecond: of('perSecond'), serverTime: of('serverTime'), databaseTime: of('databaseTime') };
}
