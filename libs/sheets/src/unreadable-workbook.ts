import type { SheetWords } from './words.js';

/** A file that is no workbook one would read; `words` is a clear sentence for whoever sent it, the message its English. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';

  constructor(readonly words: SheetWords) {
    super(words.en);
  }
}
