import type { Measurement } from '../measure/run-rounds.ts';
import { CLIENTS } from '../resources/one-slot.ts';
import type { ResourceResult } from '../resources/run-resources.ts';
import { MOST_GROWTH, type Verdict } from './goals.ts';
import { median } from './summary.ts';

/** How much more of the processor what is free may cost than the one statement that says it. */
const MOST_AGAINST_FLOOR = 2;

/** Holds what was seen against what was set out to be reached. */
export function judgeResources(results: readonly ResourceResult[]): Verdict[] {
  return [...results.map(judgeFree), ...judgeGrowth(results), ...results.map(judgeOneSlot)];
}

/** Processor time for one answer, server and database together, in terms of the floor's. */
export function againstFloor(free: readonly Measurement[], peer: string): number {
  return processorRatio(ofPeer(free, peer), ofPeer(free, 'floor'));
}

function judgeFree({ networks, free }: ResourceResult): Verdict {
  const goal = `what is free: CPU against the floor, ${sizeName(networks)}`;
  return atMost(goal, MOST_AGAINST_FLOOR, againstFloor(free, 'ours'));
}

function judgeGrowth(results: readonly ResourceResult[]): Verdict[] {
  const [smallest, largest] = [results.at(0), results.at(-1)];
  if (!smallest || !largest || smallest === largest) return [];
  const of = (peer: string): number =>
    processorRatio(ofPeer(largest.free, peer), ofPeer(smallest.free, peer));
  const goal = `what is free: CPU, ${sizeName(largest.networks)} against ${sizeName(smallest.networks)}`;
  return [
    atMost(goal, MOST_GROWTH, of('ours')),
    atMost(`${goal}, in terms of the same of the floor`, MOST_GROWTH, of('ours') / of('floor')),
  ];
}

/** Winners too many or too few, and whatever is neither a booking nor a refusal. */
function judgeOneSlot({ networks, oneSlot: { slots, outcomes } }: ResourceResult): Verdict {
  const { CONFIRMED: won = 0, SpanTaken: refused = 0 } = outcomes;
  const wrong = Math.abs(slots - won) + Math.abs(slots * (CLIENTS - 1) - refused);
  const goal = `one slot: answers other than one booking and ${CLIENTS - 1} refusals, ${sizeName(networks)}`;
  return atMost(goal, 0, wrong);
}

function ofPeer(free: readonly Measurement[], peer: string): Measurement[] {
  return free.filter((one) => one.peer === peer);
}

/** Of the same rounds, so that what slowed a round down slowed both. */
function processorRatio(mine: readonly Measurement[], theirs: readonly Measurement[]): number {
  const ratios = mine.flatMap((one) => {
    const other = theirs.find(({ round }) => round === one.round);
    return other ? [processorTimeOf(one) / processorTimeOf(other)] : [];
  });
  return median(ratios);
}

function processorTimeOf({ serverTime, databaseTime }: Measurement): number {
  return serverTime + databaseTime;
}

function sizeName(networks: number): string {
  return networks === 1 ? '1 network' : `${networks} networks`;
}

function atMost(goal: string, most: number, seen: number): Verdict {
  return { goal, wanted: `≤ ${most}`, seen, reached: seen <= most };
}
