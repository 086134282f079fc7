import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const GIGABYTE = 2 ** 30;

/** A new folder, and the way to be rid of it. */
export function makeTempDir(): { path: string; remove(): void } {
  const path = mkdtempSync(join(chooseDisk(), 'lj-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Memory where the system offers it and has room: clusters write a lot. */
export function chooseDisk(): string {
  const memory = '/dev/shm';
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize >= GIGABYTE) return memory;
  } catch {
    // Not every system has it, nor lets everybody write there.
  }
  return tmpdir();
}
