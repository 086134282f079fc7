import { isDense, type LetterSize } from './letter-size.js';
import type { PrintedColumn } from './printed-page.js';

const MM_PER_POINT = 25.4 / 72;
/** A4 across without its margins. */
const SHEET = { width: 277, height: 183 };
/** Name and facts above the table, and what a printer may take. */
const HEAD = { line: 18 * 1.4 * MM_PER_POINT, below: 12, lettersInLine: 40 };
/** Height of a line in letters, and in millimetres what a cell has around its text, both sides and its border together. */
const USUAL = { line: 1.4, across: 3.2, down: 2.2 };
const DENSE = { line: 1.25, across: 2.2, down: 0.8 };
const SHARES = { narrow: 0.05, wide: 0.24 };

/**
 * Whether a table with its heading fits one sheet in letters of that size: estimated from how wide letters are, rather
 * too high than too low, since no browser is asked.
 */
export function fitsOnePage(
  {
    title,
    columns,
    rows,
  }: {
    readonly title: string;
    readonly columns: readonly PrintedColumn[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  },
  size: LetterSize,
): boolean {
  const { line, across, down } = isDense(size) ? DENSE : USUAL;
  const widths = widthsOf(columns).map((width) => (width - across) / (size * MM_PER_POINT));
  const heights = [columns.map(({ heading }) => heading), ...rows].map((row) => {
    const lines = row.map((cell, at) => linesOf(String(cell ?? ''), widths[at] ?? 1));
    return Math.max(1, ...lines) * size * MM_PER_POINT * line + down;
  });
  const head = Math.ceil(title.length / HEAD.lettersInLine) * HEAD.line + HEAD.below;
  return heights.reduce((sum, height) => sum + height, head) <= SHEET.height;
}

/** In millimetres: what is neither narrow nor wide shares the rest. */
function widthsOf(columns: readonly PrintedColumn[]): number[] {
  const taken = columns.map(({ width }) => (width ? SHARES[width] : 0));
  const rest = 1 - taken.reduce((sum, share) => sum + share, 0);
  const sharing = taken.filter((share) => share === 0).length;
  return taken.map((share) => SHEET.width * (share === 0 ? rest / sharing : share));
}

/** How many lines a text takes in so many em. A mark may not begin a line, so the last letter of each is not counted on. */
function linesOf(text: string, em: number): number {
  const room = Math.max(1, em - 1);
  const ofLine = (line: string): number => Math.max(1, Math.ceil(widthOf(line) / room));
  return text.split('\n').reduce((sum, line) => sum + ofLine(line), 0);
}

/** In em: a little above half a square for small letters and digits, a whole one for capitals and all else. */
function widthOf(line: string): number {
  const small = line.match(/[ -@[-~]/g)?.length ?? 0;
  return line.length - small * 0.4;
}
