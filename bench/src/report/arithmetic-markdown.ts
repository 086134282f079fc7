import { CRITERIA, NOMINATIONS, PANELS, SHEETS_PER_PANEL } from '../arithmetic/large-round.ts';
import type { Compared } from '../arithmetic/run-arithmetic.ts';
import { type Circumstances, headOf } from './markdown.ts';

/** What counting costs, for people. */
export function arithmeticMarkdownOf(circumstances: Circumstances, compared: readonly Compared[]): string {
  const shape = `${NOMINATIONS} nominations × ${PANELS.length} panels × ${SHEETS_PER_PANEL} sheets × ${CRITERIA} criteria`;
  return [
    headOf(circumstances),
    `### ${shape}\n`,
    '| what | ours, CPU ms | plain count, CPU ms | plain for one of ours |',
    '|---|--:|--:|--:|',
    ...compared.map(({ work, ours, plain, ratio }) => {
      const cells = [work, ours.toFixed(3), plain?.toFixed(3) ?? '', ratio?.toFixed(1) ?? ''];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
  ].join('\n');
}
