import { writeChineseDate, writeChineseNumber } from './chinese-numbers.js';
import type { Style } from './official-layout.js';
import type { Block, Paper, Signature, Table } from './paper.js';
import { linesOf, oneLine } from './printable-lines.js';

export interface TextLine {
  readonly style: Exclude<Style, 'cell' | 'columnHeading'>;
  readonly text: string;
  /** Before the text, in bold type (黑体), with its colon; what runs on stands beneath what follows it. */
  readonly label: string;
  /** How many characters are left free at the right end. */
  readonly freeAtRight: number;
}

/** What stands on a paper from above to below; each writer only has to say how it looks there. */
export type Line = TextLine | Table;

const BLANK = line('blank', '');

/**
 * Numbers what is numbered, writes the fixed words, and leaves lines empty as GB/T 9704 wants it.
 * @throws RangeError for a table whose rows have other cells than columns, and for a day that is none
 */
export function layPaper({ mark, number, title, recipients, body, signature, copies }: Paper): Line[] {
  return [
    ...(mark === null ? [] : [line('mark', mark), BLANK, BLANK, line('number', number ?? ''), BLANK, BLANK]),
    ...linesOf(title).map((text) => line('title', text)),
    ...(mark === null && number !== null ? [line('number', number)] : []),
    BLANK,
    ...(recipients.length > 0 ? [line('recipients', `${recipients.join('、')}：`)] : []),
    ...layBody(body),
    ...(signature ? [BLANK, ...laySignature(signature)] : []),
    ...(copies.length > 0 ? [BLANK, line('copies', `抄送：${copies.join('、')}。`)] : []),
  ];
}

function layBody(body: readonly Block[]): Line[] {
  let parts = 0;
  let subparts = 0;
  return body.flatMap((block): Line[] => {
    switch (block.kind) {
      case 'HEADING':
        if (block.level === 1) [parts, subparts] = [parts + 1, 0];
        else subparts += 1;
        return block.level === 1
          ? [line('heading1', `${writeChineseNumber(parts)}、${oneLine(block.text)}`)]
          : [line('heading2', `（${writeChineseNumber(subparts)}）${oneLine(block.text)}`)];
      case 'PARAGRAPH':
        return linesOf(block.text).map((text) => line('text', text));
      case 'LIST':
        return block.items.flatMap((item, at) =>
          linesOf(item).map((text, of) => line('text', of === 0 ? `${at + 1}.${text}` : text)),
        );
      case 'LABELLED':
        return [{ ...line('labelled', oneLine(block.text)), label: `${oneLine(block.label)}：` }];
      case 'TABLE':
        // Two tables in a row would become one.
        return [checked(block), BLANK];
    }
  });
}

function checked(table: Table): Table {
  if (table.rows.some((row) => row.length !== table.columns.length))
    throw new RangeError(`Each row of the table needs ${table.columns.length} cells.`);
  return table;
}

/**
 * The name two characters from the right end; the day beneath it, two characters further in than the name begins.
 * Where the day is longer, it is what ends two characters from the right end.
 */
function laySignature({ by, on }: Signature): TextLine[] {
  const day = writeChineseDate(on);
  const longer = widthOf(by) - widthOf(day);
  const [ofName, ofDay] = longer >= 0 ? [2, longer] : [4 - longer, 2];
  return [
    { ...line('signature', by), freeAtRight: ofName },
    { ...line('signature', day), freeAtRight: ofDay },
  ];
}

/** In characters as wide as high; figures and Latin letters are half as wide. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[ -~]/.test(character) ? 0.5 : 1), 0);
}

function line(style: TextLine['style'], text: string): TextLine {
  return { style, text: oneLine(text), label: '', freeAtRight: 0 };
}
