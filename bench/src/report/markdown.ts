import type { SizeResult } from '../measure/run-size.ts';
import { judge, judgeGrowth, type Verdict } from './goals.ts';
import { type Line, summarise } from './summary.ts';

/** Where and on what a run was made. */
export interface Circumstances {
  readonly date: string;
  readonly machine: string;
  /** Load average of a minute before the run. */
  readonly loadBefore: number;
  readonly command: string;
  readonly software: string;
  readonly commit: string;
}

/** What a run has given, for people. */
export function markdownOf(circumstances: Circumstances, sizes: readonly SizeResult[]): string {
  const summaries = sizes.map((size) => ({ size, lines: summarise(size) }));
  const [smallest, largest] = [summaries.at(0)?.lines ?? [], summaries.at(-1)?.lines ?? []];
  const growth = summaries.length > 1 ? judgeGrowth(smallest, largest) : [];
  return [
    headOf(circumstances),
    ...summaries.toReversed().map(({ size, lines }) => tableOf(size, lines)),
    '### Against the goals\n',
    verdictsOf([...judge(largest), ...growth]),
  ].join('\n');
}

export function headOf({ date, machine, loadBefore, command, software, commit }: Circumstances): string {
  return `${date}, ${machine}, load average ${loadBefore.toFixed(1)} before it; ${software}; commit ${commit}; \`${command}\`.\n`;
}

function tableOf({ networks }: SizeResult, lines: readonly Line[]): string {
  return [
    `### ${networks} ${networks === 1 ? 'network' : 'networks'}\n`,
    '| query | server | requests/s | p50 ms | p99 ms | CPU server ms | CPU database ms | statements (SELECT) | round trips | against PostGraphile | the same by CPU | against the floor |',
    '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...lines.map(rowOf),
    '',
  ].join('\n');
}

function rowOf(line: Line): string {
  const cells = [
    line.query,
    line.peer,
    line.requestsPerSecond.toFixed(0),
    line.p50.toFixed(2),
    line.p99.toFixed(1),
    line.serverTime.toFixed(2),
    line.databaseTime.toFixed(2),
    line.statements === null ? '' : `${line.statements} (${line.selects})`,
    line.roundTrips === null ? '' : String(line.roundTrips),
    line.againstPostgraphile.toFixed(2),
    line.processorAgainstPostgraphile.toFixed(2),
    line.againstFloor.toFixed(2),
  ];
  return `| ${cells.join(' | ')} |`;
}

export function verdictsOf(verdicts: readonly Verdict[]): string {
  return [
    '| goal | wanted | seen | |',
    '|---|--:|--:|---|',
    ...verdicts.map(
      ({ goal, wanted, seen, reached }) =>
        `| ${goal} | ${wanted} | ${seen.toFixed(2)} | ${reached ? 'reached' : 'not reached'} |`,
    ),
    '',
  ].join('\n');
}
