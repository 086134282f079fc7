export { HucreWorkbooks } from './hucre-workbooks.js';
export { UnreadableWorkbook } from './unreadable-workbook.js';
export {
  cellName,
  MOST_ROWS,
  Workbooks,
  type CellProblem,
  type CellValue,
  type Choices,
  type ReadRow,
  type ReadSheet,
  type SheetColumn,
  type WrittenSheet,
} from './workbooks.js';
