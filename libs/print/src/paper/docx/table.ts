import type { Markup } from '../../markup.js';
import { TEXT_WIDTH, twipsOf } from '../official-layout.js';
import type { Column, Table } from '../paper.js';
import { linesOf } from '../printable-lines.js';
import { run, w } from './word-element.js';

/** High enough to sign in, in millimetres. */
const SIGNED_ROW = 12;
const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;
/** To the left and right of what stands in a cell, in twips. */
const MARGIN = { w: 85, type: 'dxa' } as const;

/** As wide as the lines; its headings stand again on each page. */
export function writeTable({ columns, rows, isSigned }: Table): Markup {
  const widths = widthsOf(columns);
  const cells = (texts: readonly string[], style: 'cell' | 'columnHeading'): Markup[] =>
    texts.map((text, at) => writeCell(text, style, widths[at] ?? 0, columns[at]?.align === 'CENTRE'));
  const height = isSigned ? w('trHeight', { val: twipsOf(SIGNED_ROW), hRule: 'atLeast' }) : null;
  const headings = columns.map(({ heading }) => heading);
  const grid = widths.map((width) => w('gridCol', { w: width }));
  const body = rows.map((row) => w('tr', {}, w('trPr', {}, w('cantSplit'), height), ...cells(row, 'cell')));
  return w(
    'tbl',
    {},
    properties(),
    w('tblGrid', {}, ...grid),
    w('tr', {}, w('trPr', {}, w('cantSplit'), w('tblHeader')), ...cells(headings, 'columnHeading')),
    ...body,
  );
}

function properties(): Markup {
  const borders = SIDES.map((side) => w(side, { val: 'single', sz: 4, space: 0, color: 'auto' }));
  return w(
    'tblPr',
    {},
    w('tblW', { w: TEXT_WIDTH, type: 'dxa' }),
    w('tblBorders', {}, ...borders),
    w('tblLayout', { type: 'fixed' }),
    w('tblCellMar', {}, w('left', MARGIN), w('right', MARGIN)),
  );
}

function writeCell(text: string, style: 'cell' | 'columnHeading', width: number, isCentred: boolean): Markup {
  const look = w('pPr', {}, w('pStyle', { val: style }), isCentred ? w('jc', { val: 'center' }) : null);
  const lines = linesOf(text).map((line) => w('p', {}, look, run(line)));
  return w(
    'tc',
    {},
    w('tcPr', {}, w('tcW', { w: width, type: 'dxa' }), w('vAlign', { val: 'center' })),
    // A cell without a paragraph is one that Word calls damaged.
    ...(lines.length > 0 ? lines : [w('p', {}, look)]),
  );
}

/** In twips, by their shares, and together exactly as wide as a line. */
function widthsOf(columns: readonly Column[]): number[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  let shares = 0;
  let left = 0;
  return columns.map(({ share }) => {
    shares += share;
    const right = Math.round((TEXT_WIDTH * shares) / all);
    const width = right - left;
    left = right;
    return width;
  });
}
