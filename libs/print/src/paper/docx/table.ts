import { linesOf } from '../printable-lines.js';
import { type Markup, markup } from '../../markup.js';
import { TEXT_WIDTH, twipsOf } from '../official-layout.js';
import type { Column, Table } from '../paper.js';

/** High enough to sign in, in millimetres. */
const SIGNED_ROW = 12;
const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;

/** As wide as the lines; its headings stand again on each page. */
export function writeTable({ columns, rows, isSigned }: Table): Markup {
  const widths = widthsOf(columns);
  const height = isSigned ? markup`<w:trHeight w:val="${twipsOf(SIGNED_ROW)}" w:hRule="atLeast"/>` : null;
  const cells = (texts: readonly string[], style: 'cell' | 'columnHeading'): Markup[] =>
    texts.map((text, at) => writeCell(text, style, widths[at] ?? 0, columns[at]?.align === 'CENTRE'));
  const headings = columns.map(({ heading }) => heading);
  const body = rows.map(
    (row) => markup`<w:tr><w:trPr><w:cantSplit/>${height}</w:trPr>${cells(row, 'cell')}</w:tr>`,
  );
  return markup`<w:tbl>${properties()}<w:tblGrid>${widths.map((width) => markup`<w:gridCol w:w="${width}"/>`)}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(headings, 'columnHeading')}</w:tr>${body}</w:tbl>`;
}

function properties(): Markup {
  const borders = SIDES.map(
    (side) => markup`<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`,
  );
  return markup`<w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>`;
}

function writeCell(text: string, style: 'cell' | 'columnHeading', width: number, isCentred: boolean): Markup {
  const centred = isCentred ? markup`<w:jc w:val="center"/>` : null;
  const lines = linesOf(text);
  // A cell without a paragraph is one that Word calls damaged.
  const paragraphs = (lines.length > 0 ? lines : ['']).map(
    (line) =>
      markup`<w:p><w:pPr><w:pStyle w:val="${style}"/>${centred}</w:pPr>${line === '' ? null : markup`<w:r><w:t xml:space="preserve">${line}</w:t></w:r>`}</w:p>`,
  );
  return markup`<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraphs}</w:tc>`;
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
