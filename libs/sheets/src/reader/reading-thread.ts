import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableWorkbook } from '../unreadable-workbook.js';
import type { Reading } from './read-apart.js';
import { readHere } from './read-here.js';

async function answer(file: Uint8Array): Promise<Reading> {
  try {
    return { sheets: await readHere(file) };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return { refused: error.words };
    throw error;
  }
}

parentPort?.postMessage(await answer(workerData as Uint8Array));
