import { cellName, type CellProblem } from '../workbooks.js';

export type CellPlace = Omit<CellProblem, 'message'> & { readonly sheet: string };

/** One cell that cannot be taken. */
export interface WorkbookProblem extends CellProblem {
  readonly sheet: string;
}

/** `单位 Units!D3` */
export function nameOf({ sheet, row, column }: CellPlace): string {
  return `${sheet}!${cellName(row, column)}`;
}
