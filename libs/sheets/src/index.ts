export { type CellPlace, nameOf, type WorkbookProblem } from './form/cell-place.js';
export { findSheetProblems } from './form/find-sheet-problems.js';
export { markProblems } from './form/mark-problems.js';
export { readForm, type ReadForm, type SheetEntry } from './form/read-form.js';
export { type ColumnKind, type FormColumn, type SheetForm } from './form/sheet-form.js';
export { writeForm } from './form/write-form.js';
export { HucreWorkbooks } from './hucre-workbooks.js';
export { UnreadableWorkbook } from './unreadable-workbook.js';
export { type SheetWords } from './words.js';
export {
  cellName,
  Workbooks,
  type CellProblem,
  type CellValue,
  type Choices,
  type ReadRow,
  type ReadSheet,
  type SheetColumn,
  type WrittenSheet,
} from './workbooks.js';
export { zipStored } from './zip/zip-stored.js';
export { unzipWithin, type ZipPart } from './zip/unzip-within.js';
