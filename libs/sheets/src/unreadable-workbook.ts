/** A file that is no workbook one would read; its message is a clear sentence for whoever sent it. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
}
