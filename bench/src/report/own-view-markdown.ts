import type { OwnViewResult, OwnViewWay } from '../own-view/run-own-view.ts';
import { type Circumstances, headOf } from './markdown.ts';

/** What inbox and figures cost beside their statement, for people. */
export function ownViewMarkdownOf(circumstances: Circumstances, results: readonly OwnViewResult[]): string {
  return [
    headOf(circumstances),
    '| query | of a | clients | way | requests/s | p50 ms | p95 ms | p99 ms | p50 against the statement | memory MiB |',
    '|---|---|--:|---|--:|--:|--:|--:|--:|--:|',
    ...results.flatMap((result) => [
      rowOf(result, 'ours', result.ours, [result.ratio.toFixed(2), result.memory.toFixed(0)]),
      rowOf(result, 'the statement', result.bare, ['1.00', '']),
    ]),
    '',
  ].join('\n');
}

function rowOf(
  { query, role, clients }: OwnViewResult,
  way: string,
  { requestsPerSecond, p50, p95, p99 }: OwnViewWay,
  beside: readonly string[],
): string {
  const times = [p50, p95, p99].map((time) => time.toFixed(1));
  return `| ${[query, role, clients, way, requestsPerSecond.toFixed(0), ...times, ...beside].join(' | ')} |`;
}
