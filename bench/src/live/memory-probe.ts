import { renameSync, writeFileSync } from 'node:fs';
import { memoryFileOf } from './memory.ts';

// Loaded before a server, whichever: on the signal it says what it keeps after a collection.
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const file = memoryFileOf(process.env['DATA_DIR'] ?? '', process.pid);
  writeFileSync(`${file}.new`, JSON.stringify({ kept: heapUsed + external, resident: rss }));
  renameSync(`${file}.new`, file);
});
