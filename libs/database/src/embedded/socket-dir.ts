import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach, type ServerUser } from './server-user.js';

// The path of a socket may have 103 bytes at most, and the data folder may lie deep.
const LONGEST_TEMP_DIR = 70;

/** A new folder of mode 0700, which is all that keeps strangers from the server. */
export function makeSocketDir(user: ServerUser | null): string {
  const preferred = tmpdir();
  const fits = Buffer.byteLength(preferred) <= LONGEST_TEMP_DIR;
  const reached = user === null || canReach(user, preferred, '-x');
  const dir = mkdtempSync(join(fits && reached ? preferred : '/tmp', 'lianjian-'));
  if (user) chownSync(dir, user.uid, user.gid);
  return dir;
}
