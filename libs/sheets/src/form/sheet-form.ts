import type { Choices } from '../workbooks.js';

/**
 * What a cell holds: `codes` are several without blanks, `list` several of any text, with commas between; `decimal` a
 * number kept as text; `choice` one of the column's choices, by the last word of it; `yesNo` 是 Yes or 否 No.
 */
export type ColumnKind = 'text' | 'number' | 'decimal' | 'codes' | 'list' | 'choice' | 'yesNo';

export interface FormColumn {
  /** Its name for those who read it. */
  readonly field: string;
  /** Chinese without blanks, a blank, English. */
  readonly heading: string;
  readonly kind?: ColumnKind;
  /** A sheet without it is refused unless this is false. */
  readonly isNeeded?: boolean;
  readonly choices?: Choices;
  /** As in SheetColumn. */
  readonly isOpen?: boolean;
  /** In characters. */
  readonly width?: number;
}

/** How one list stands in a workbook that people fill in. */
export interface SheetForm {
  readonly name: string;
  /** A workbook without it is refused. */
  readonly isNeeded: boolean;
  readonly columns: readonly FormColumn[];
}

export const YES_NO = ['是 Yes', '否 No'] as const;

/** The column in which a copy says what is wrong. */
export const PROBLEMS = { heading: '错误 Problems', width: 60 };

/** Either language alone will do. */
export function isHeading(cell: unknown, heading: string): boolean {
  const [chinese = '', ...english] = heading.split(' ');
  const given = (typeof cell === 'string' ? cell : '').trim().toLowerCase();
  return [heading, chinese, english.join(' ')].some((one) => one.toLowerCase() === given);
}

/** What was wrong with the headings themselves stands behind the name. */
export function isProblemsHeading(cell: unknown): boolean {
  return isHeading(typeof cell === 'string' ? cell.split(':')[0] : cell, PROBLEMS.heading);
}
