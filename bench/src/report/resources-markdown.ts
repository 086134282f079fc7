import type { Measurement } from '../measure/run-rounds.ts';
import { CONNECTIONS } from '../measure/load.ts';
import { CLIENTS } from '../resources/one-slot.ts';
import type { ResourceResult } from '../resources/run-resources.ts';
import { MOST_GROWTH, type Verdict } from './goals.ts';
import { type Circumstances, headOf, verdictsOf } from './markdown.ts';
import { median } from './summary.ts';

/** How much more of the processor the answer may cost than the one statement that gives it. */
const MOST_AGAINST_FLOOR = 2;

/** What searching and booking cost, for people. */
export function resourcesMarkdownOf(
  circumstances: Circumstances,
  results: readonly ResourceResult[],
): string {
  return [
    headOf(circumstances),
    '### What is free over one network\n',
    table(
      [
        'networks',
        'server',
        'requests/s',
        'p50 ms',
        'p99 ms',
        'CPU server ms',
        'CPU database ms',
        'CPU against the floor',
      ],
      results.flatMap(freeRowsOf),
    ),
    `### ${CLIENTS} clients, one slot\n`,
    table(
      [
        'networks',
        'slots',
        'answers',
        'all answered after ms',
        'p50 ms',
        'p99 ms',
        'CPU server ms',
        'CPU database ms',
        'statements (SELECT)',
        'round trips',
      ],
      results.map(oneSlotRowOf),
    ),
    `### Confirmations, ${CONNECTIONS} at once\n`,
    table(
      [
        'networks',
        'way',
        'confirmed/s',
        'CPU server ms',
        'CPU database ms',
        'bare for one of ours',
        'the same by CPU of the database',
        'statements (SELECT)',
        'round trips',
      ],
      results.flatMap(confirmationRowsOf),
    ),
    '### Against the goals\n',
    verdictsOf(judge(results)),
  ].join('\n');
}

function freeRowsOf({ networks, free }: ResourceResult): (string | number)[][] {
  return ['ours', 'floor'].map((peer) => {
    const of = (figure: (one: Measurement) => number) =>
      median(free.filter((one) => one.peer === peer).map(figure));
    return [
      networks,
      peer,
      of(({ requestsPerSecond }) => requestsPerSecond).toFixed(0),
      of(({ p50 }) => p50).toFixed(2),
      of(({ p99 }) => p99).toFixed(1),
      of(({ serverTime }) => serverTime).toFixed(2),
      of(({ databaseTime }) => databaseTime).toFixed(2),
      againstFloor(free, peer).toFixed(2),
    ];
  });
}

function oneSlotRowOf({ networks, oneSlot, wire: { refused } }: ResourceResult): (string | number)[] {
  const { slots, outcomes, wall, p50, p99, serverTime, databaseTime } = oneSlot;
  const answers = Object.entries(outcomes).map(([said, times]) => `${times} ${said}`);
  return [
    networks,
    slots,
    answers.toSorted().join(', '),
    wall.toFixed(0),
    p50.toFixed(0),
    p99.toFixed(0),
    serverTime.toFixed(2),
    databaseTime.toFixed(2),
    `${refused.statements} (${refused.selects})`,
    refused.roundTrips,
  ];
}

function confirmationRowsOf({
  networks,
  confirmations,
  wire: { granted },
}: ResourceResult): (string | number)[][] {
  const { ours, bare, byRate, byDatabase } = confirmations;
  return [
    [
      networks,
      'ours',
      ours.perSecond.toFixed(0),
      ours.serverTime.toFixed(2),
      ours.databaseTime.toFixed(2),
      byRate.toFixed(1),
      byDatabase.toFixed(1),
      `${granted.statements} (${granted.selects})`,
      granted.roundTrips,
    ],
    [networks, 'bare SQL', bare.perSecond.toFixed(0), '', bare.databaseTime.toFixed(2), '', '', '4 (1)', 1],
  ];
}

/** Processor time of server and database for one answer. */
function processorTimeOf({ serverTime, databaseTime }: Measurement): number {
  return serverTime + databaseTime;
}

/** Of the same round, so that what slowed a round down slowed both. */
function againstFloor(free: readonly Measurement[], peer: string): number {
  const ratios = free
    .filter((one) => one.peer === peer)
    .flatMap((mine) => {
      const floor = free.find(({ peer: other, round }) => other === 'floor' && round === mine.round);
      return floor ? [processorTimeOf(mine) / processorTimeOf(floor)] : [];
    });
  return median(ratios);
}

function judge(results: readonly ResourceResult[]): Verdict[] {
  const [smallest, largest] = [results.at(0), results.at(-1)];
  if (!smallest || !largest) return [];
  const ours = ({ free }: ResourceResult) =>
    median(free.filter(({ peer }) => peer === 'ours').map(processorTimeOf));
  const floors = results.map(({ networks, free }) => {
    const goal = `what is free: CPU against the floor, ${sizeName(networks)}`;
    return atMost(goal, MOST_AGAINST_FLOOR, againstFloor(free, 'ours'));
  });
  const growth = ours(largest) / ours(smallest);
  return [
    ...floors,
    ...(smallest === largest
      ? []
      : [atMost('what is free: CPU at the largest size against the smallest', MOST_GROWTH, growth)]),
    ...results.flatMap(judgeOneSlot),
  ];
}

/** Winners too many or too few, and whatever is neither a booking nor a refusal. */
function judgeOneSlot({ networks, oneSlot: { slots, outcomes } }: ResourceResult): Verdict[] {
  const { CONFIRMED: won = 0, SpanTaken: refused = 0 } = outcomes;
  const wrong = Math.abs(slots - won) + Math.abs(slots * (CLIENTS - 1) - refused);
  return [
    atMost(
      `one slot: answers other than one booking and ${CLIENTS - 1} refusals, ${sizeName(networks)}`,
      0,
      wrong,
    ),
  ];
}

function sizeName(networks: number): string {
  return networks === 1 ? '1 network' : `${networks} networks`;
}

function atMost(goal: string, most: number, seen: number): Verdict {
  return { goal, wanted: `≤ ${most}`, seen, reached: seen <= most };
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const isText = (head: string) => head === 'server' || head === 'way' || head === 'answers';
  return [
    `| ${heads.join(' | ')} |`,
    `|${heads.map((head) => (isText(head) ? '---' : '--:')).join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}
