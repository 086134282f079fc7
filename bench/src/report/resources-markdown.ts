import type { Measurement } from '../measure/run-rounds.ts';
import { CONNECTIONS } from '../measure/load.ts';
import { CLIENTS } from '../resources/one-slot.ts';
import type { ResourceResult } from '../resources/run-resources.ts';
import { type Circumstances, headOf, verdictsOf } from './markdown.ts';
import { againstFloor, judgeResources } from './resource-goals.ts';
import { median } from './summary.ts';

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
    verdictsOf(judgeResources(results)),
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

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const isText = (head: string) => head === 'server' || head === 'way' || head === 'answers';
  return [
    `| ${heads.join(' | ')} |`,
    `|${heads.map((head) => (isText(head) ? '---' : '--:')).join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}
