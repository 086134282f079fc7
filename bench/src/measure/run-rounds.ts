import { signInEverywhere } from '../places.ts';
import type { BenchQuery } from '../queries/read-queries.ts';
import type { RunningServer } from '../servers/running-server.ts';
import { checkAnswers } from './check-answers.ts';
import { type CheckedRequest, loadFor, quantile } from './load.ts';
import { processorTimeBelow, processorTimeOf } from './processor-time.ts';
import { productOf, type Size } from './size.ts';

const WARM_UP_SECONDS = 2;

/** One server under one query in one round. */
export interface Measurement {
  readonly query: string;
  readonly peer: string;
  readonly round: number;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Processor time of one request, in milliseconds. */
  readonly serverTime: number;
  readonly databaseTime: number;
}

/** One server at a time is under load, all take turns in each round, and another begins each round. */
export async function runRounds(
  size: Size,
  queries: readonly BenchQuery[],
  servers: readonly RunningServer[],
): Promise<Measurement[]> {
  const { rounds } = size.options;
  const measurements: Measurement[] = [];
  for (let round = 0; round <= rounds; round++) {
    measurements.push(...(await runRound(size, queries, servers, round)));
    size.say(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`);
  }
  return measurements;
}

/** One of these rounds; number 0 warms up, and gives nothing. */
export async function runRound(
  size: Size,
  queries: readonly BenchQuery[],
  servers: readonly RunningServer[],
  round: number,
): Promise<Measurement[]> {
  const { seconds } = size.options;
  const measurements: Measurement[] = [];
  // Anew in each round: a token is good for fifteen minutes.
  const places = await signInEverywhere(productOf(servers), size.networks, size.now);
  for (const query of queries) {
    const requests = await checkAnswers(query, servers, places);
    for (const server of turned(servers, round)) {
      const asked = requests.get(server) ?? [];
      if (round === 0) await loadFor(server.port, asked, WARM_UP_SECONDS);
      else measurements.push(await measure({ size, query, server, asked, round, seconds }));
    }
  }
  return measurements;
}

interface Slot {
  readonly size: Size;
  readonly query: BenchQuery;
  readonly server: RunningServer;
  readonly asked: readonly CheckedRequest[];
  readonly round: number;
  readonly seconds: number;
}

async function measure({ size, query, server, asked, round, seconds }: Slot): Promise<Measurement> {
  const times = () => [processorTimeOf(server.pid), processorTimeBelow(size.postmaster)] as const;
  const before = times();
  const { requestsPerSecond, latencies } = await loadFor(server.port, asked, seconds);
  const after = times();
  return {
    query: query.name,
    peer: server.peer.name,
    round,
    requestsPerSecond,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    serverTime: (after[0] - before[0]) / latencies.length,
    databaseTime: (after[1] - before[1]) / latencies.length,
  };
}

function turned<T>(list: readonly T[], by: number): T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
