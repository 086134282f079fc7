import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Of one process, in bytes. */
export interface Memory {
  /** Heap and buffers, after a collection. */
  readonly kept: number;
  /** What of it lies in memory. */
  readonly resident: number;
}

const PATIENCE_MS = 30_000;

export function memoryFileOf(dir: string, pid: number): string {
  return join(dir, `memory-${pid}.json`);
}

/** Asks a server that was started with the probe. */
export async function askMemory(dir: string, pid: number): Promise<Memory> {
  const file = memoryFileOf(dir, pid);
  process.kill(pid, 'SIGUSR2');
  const deadline = performance.now() + PATIENCE_MS;
  while (!existsSync(file)) {
    if (performance.now() > deadline) throw new Error(`Process ${pid} does not say what it keeps.`);
    await pause(20);
  }
  const memory = JSON.parse(readFileSync(file, 'utf8')) as Memory;
  rmSync(file);
  return memory;
}
