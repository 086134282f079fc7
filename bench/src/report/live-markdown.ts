import type { LiveResult } from '../live/run-live.ts';
import { type Circumstances, headOf } from './markdown.ts';

/** What it takes to tell a thousand, for people. */
export function liveMarkdownOf(circumstances: Circumstances, results: readonly LiveResult[]): string {
  return [
    headOf(circumstances),
    '| way | act answered ms | first told ms | half ms | all ms | all, the longest ms | CPU server ms | CPU database ms | all stand after s | KiB each, heap and buffers | KiB each, resident |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...results.map(rowOf),
    '',
  ].join('\n');
}

function rowOf(result: LiveResult): string {
  const { way, act, first, half, all, longest, server, database, standing, kept, resident } = result;
  const times = [act, first, half, all, longest].map((time) => time.toFixed(time < 10 ? 1 : 0));
  const cells = [
    way,
    ...times,
    server.toFixed(0),
    database.toFixed(0),
    standing.toFixed(1),
    kept.toFixed(1),
    resident.toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}
