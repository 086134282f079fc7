import { MOST_COLUMNS, MOST_ROWS } from '../workbooks.js';

// Rows and cells count on from the one before when they do not say where they are.
const ROW_OR_CELL = /<(?:\w+:)?(row|c)(\s[^>]*?)?(\/?)>/g;
const PLACE = /\sr\s*=\s*["']([A-Z]{0,3})(\d{1,7})["']/;
// What a cell holds begins so; one that is only coloured holds nothing.
const CONTENT = /^\s*<(?:\w+:)?(?:f|v|is)[\s>]/;
const LOOKED_AT = 200;

/** A cell that holds something; both count from 1. */
export interface Reach {
  readonly row: number;
  readonly column: number;
}

/** The first cell with something in it that lies past the rows and columns that are read. */
export function findOutOfReach(xml: string): Reach | null {
  let row = 0;
  let column = 0;
  for (const { 0: tag, 1: kind, 2: attributes = '', 3: closed, index } of xml.matchAll(ROW_OR_CELL)) {
    const [, letters = '', digits] = PLACE.exec(attributes) ?? [];
    if (kind === 'row') {
      row = digits === undefined ? row + 1 : Number(digits);
      column = 0;
      continue;
    }
    column = letters === '' ? column + 1 : columnNumber(letters);
    const at = letters === '' ? row : Number(digits);
    if (at <= MOST_ROWS && column <= MOST_COLUMNS) continue;
    const start = index + tag.length;
    if (closed === '' && CONTENT.test(xml.slice(start, start + LOOKED_AT))) return { row: at, column };
  }
  return null;
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
