import { Worker } from 'node:worker_threads';
import { READER_WORDS } from '../reader.words.js';
import { UnreadableWorkbook } from '../unreadable-workbook.js';
import type { SheetWords } from '../words.js';
import type { ReadSheet } from '../workbooks.js';

/** What reading one file may take. */
export interface ReadingLimits {
  /** Of the thread's heap. */
  readonly heapMiB: number;
  readonly seconds: number;
}

export const READING_LIMITS: ReadingLimits = { heapMiB: 256, seconds: 10 };

/** What the thread sends back, once. */
export type Reading = { readonly sheets: readonly ReadSheet[] } | { readonly refused: SheetWords };

const THREAD = new URL('reading-thread.js', import.meta.url);
const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Reads in a thread of its own, so that a file of some kilobytes that would take gigabytes or minutes takes neither
 * from anybody else.
 * @throws UnreadableWorkbook as `Workbooks.read` says
 */
export function readApart(
  file: Uint8Array,
  { heapMiB, seconds }: ReadingLimits,
): Promise<readonly ReadSheet[]> {
  const thread = new Worker(THREAD, {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 16 },
    // Nothing of how this process was started is for the thread.
    env: {},
    execArgv: [],
  });
  return new Promise<readonly ReadSheet[]>((resolve, reject) => {
    const refuse = (): void => reject(new UnreadableWorkbook(READER_WORDS.tooDear));
    const alarm = setTimeout(refuse, seconds * 1_000);
    thread.once('message', (reading: Reading) => {
      if ('sheets' in reading) resolve(reading.sheets);
      else reject(new UnreadableWorkbook(reading.refused));
    });
    thread.once('error', (error) => (Object(error).code === OUT_OF_MEMORY ? refuse() : reject(error)));
    thread.once('exit', (code) => {
      clearTimeout(alarm);
      reject(new Error(`Reading ended with ${code} and without an answer.`));
    });
  }).finally(() => void thread.terminate());
}
