import type { Measurement } from '../measure/run-rounds.ts';
import type { SizeResult } from '../measure/run-size.ts';
import { PEERS } from '../servers/peers.ts';

const FIGURES = ['requestsPerSecond', 'p50', 'p99', 'serverTime', 'databaseTime'] as const;

/** The medians of one server under one query, and how they stand to the same rounds of the others. */
export interface Line extends Readonly<Record<(typeof FIGURES)[number], number>> {
  readonly query: string;
  readonly peer: string;
  readonly againstPostgraphile: number;
  readonly againstFloor: number;
  /** PostGraphile's processor time for one request, database included, in terms of this server's. */
  readonly processorAgainstPostgraphile: number;
  readonly statements: number | null;
  readonly selects: number | null;
  readonly roundTrips: number | null;
}

/** A line for each query and server, in the order of the peers. */
export function summarise({ measurements, wire }: SizeResult): Line[] {
  const queries = [...new Set(measurements.map(({ query }) => query))];
  return queries.flatMap((query) =>
    PEERS.map(({ name: peer, main }) => {
      const rounds = roundsOf(measurements, query, peer);
      const twin = PEERS.find((other) => other.main === main)?.name;
      const count = wire.find((one) => one.query === query && one.peer === twin);
      return {
        query,
        peer,
        ...mediansOf(rounds),
        againstPostgraphile: ratio(rounds, roundsOf(measurements, query, 'PostGraphile'), throughput),
        againstFloor: ratio(rounds, roundsOf(measurements, query, 'floor'), throughput),
        processorAgainstPostgraphile: ratio(
          rounds,
          roundsOf(measurements, query, 'PostGraphile'),
          ({ serverTime, databaseTime }) => 1 / (serverTime + databaseTime),
        ),
        statements: count?.statements ?? null,
        selects: count?.selects ?? null,
        roundTrips: count?.roundTrips ?? null,
      };
    }),
  );
}

function roundsOf(measurements: readonly Measurement[], query: string, peer: string): Measurement[] {
  return measurements.filter((one) => one.query === query && one.peer === peer);
}

function mediansOf(rounds: readonly Measurement[]): Record<(typeof FIGURES)[number], number> {
  const entries = FIGURES.map((figure) => [figure, median(rounds.map((round) => round[figure]))]);
  return Object.fromEntries(entries) as Record<(typeof FIGURES)[number], number>;
}

function throughput({ requestsPerSecond }: Measurement): number {
  return requestsPerSecond;
}

/** A figure against another's of the same round, so that what slowed a round down slowed both. */
function ratio(
  mine: readonly Measurement[],
  theirs: readonly Measurement[],
  figure: (one: Measurement) => number,
): number {
  return median(
    mine.flatMap((one) => {
      const other = theirs.find(({ round }) => round === one.round);
      return other ? [figure(one) / figure(other)] : [];
    }),
  );
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN;
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
