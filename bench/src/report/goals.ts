import type { Line } from './summary.ts';

interface Goal {
  readonly query: string;
  readonly peer: string;
  readonly against: 'PostGraphile' | 'floor';
  readonly least: number;
}

const LEAST = { dashboard: [2.0, 0.7], offer: [2.2, 0.8], bookings: [1.8, 0.65] } as const;

/** What was set out to be reached, as ratios of throughput. */
const GOALS: readonly Goal[] = Object.entries(LEAST).flatMap(([query, [peer, floor]]) => [
  { query, peer: 'ours', against: 'PostGraphile', least: peer },
  { query, peer: 'ours', against: 'floor', least: floor },
  { query, peer: 'ours, Node 20', against: 'PostGraphile', least: 1.5 },
]);

/** How much slower the middle answer may be among many networks than in one. */
export const MOST_GROWTH = 1.15;

/** One goal, and what was seen. */
export interface Verdict {
  readonly goal: string;
  readonly wanted: string;
  readonly seen: number;
  readonly reached: boolean;
}

/** Holds the lines of the largest size against the goals. */
export function judge(lines: readonly Line[]): Verdict[] {
  return GOALS.flatMap(({ query, peer, against, least }) => {
    const line = lines.find((one) => one.query === query && one.peer === peer);
    if (!line) return [];
    const seen = against === 'floor' ? line.againstFloor : line.againstPostgraphile;
    return [
      { goal: `${query}: ${peer} against ${against}`, wanted: `≥ ${least}`, seen, reached: seen >= least },
    ];
  });
}

/** Holds the p50 of ours at the largest size against that at the smallest. */
export function judgeGrowth(smallest: readonly Line[], largest: readonly Line[]): Verdict[] {
  return largest
    .filter(({ peer }) => peer === 'ours')
    .flatMap(({ query, p50 }) => {
      const line = smallest.find((one) => one.query === query && one.peer === 'ours');
      if (!line) return [];
      const seen = p50 / line.p50;
      const goal = `${query}: p50 at the largest size against the smallest`;
      return [{ goal, wanted: `≤ ${MOST_GROWTH}`, seen, reached: seen <= MOST_GROWTH }];
    });
}
