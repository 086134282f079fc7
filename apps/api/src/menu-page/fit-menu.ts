import { MENU_PAPER_WORDS, type MenuTable } from '#menus';
import { fitsOnePage, type LetterSize } from '#print';

/** A menu as it stands on the one sheet that hangs on the notice board. */
export interface FittedMenu extends MenuTable {
  readonly size: LetterSize;
}

/**
 * What is tried one after the other: smaller letters, then fewer words of what is done, then of everything. Not below
 * nine points before texts are cut, which is as small as some browsers print.
 */
const WAYS: readonly { readonly size: LetterSize; readonly what: number; readonly cell: number }[] = [
  { size: 10, what: 2000, cell: 2000 },
  { size: 9, what: 2000, cell: 2000 },
  { size: 9, what: 60, cell: 2000 },
  { size: 9, what: 30, cell: 200 },
  { size: 8, what: 30, cell: 120 },
  { size: 8, what: 0, cell: 80 },
  { size: 7, what: 0, cell: 60 },
  { size: 6, what: 0, cell: 40 },
  { size: 5, what: 0, cell: 40 },
];
/** What is done stands beneath the name. */
const WHAT = 1;

/** Always on one sheet: when nothing else helps, the last dishes are only counted, and stand in the workbook. */
export function fitMenu(table: MenuTable): FittedMenu {
  for (const way of WAYS) {
    const fitted = { ...table, rows: shorten(table.rows, way), size: way.size };
    if (fitsOnePage(fitted, way.size)) return fitted;
  }
  const [last] = WAYS.slice(-1);
  if (!last) throw new Error('There is no way to print a menu.');
  return { ...cutRows({ ...table, rows: shorten(table.rows, last) }, last.size), size: last.size };
}

function shorten(rows: MenuTable['rows'], { what, cell }: { what: number; cell: number }): MenuTable['rows'] {
  return rows.map((row) =>
    row.map((text, at) => {
      if (typeof text !== 'string') return text;
      if (at !== WHAT) return cut(text, cell);
      const [name = '', ...more] = text.split('\n');
      const said = cut(more.join(' '), what);
      return said === '' ? name : `${name}\n${said}`;
    }),
  );
}

function cut(text: string, longest: number): string {
  const letters = Array.from(text);
  if (letters.length <= longest) return text;
  return longest === 0 ? '' : `${letters.slice(0, longest).join('')}…`;
}

function cutRows(table: MenuTable, size: LetterSize): MenuTable {
  for (let kept = table.rows.length - 1; kept > 0; kept--) {
    const note = MENU_PAPER_WORDS.more({ count: table.rows.length - kept });
    const shorter = {
      ...table,
      rows: [...table.rows.slice(0, kept), [null, note, ...table.columns.slice(2).map(() => null)]],
    };
    if (fitsOnePage(shorter, size)) return shorter;
  }
  return { ...table, rows: [] };
}
