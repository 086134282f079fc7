import { closeSync, openSync } from 'node:fs';
import { DatabaseError } from '../database-error.js';
import { canReach, type ServerUser } from './server-user.js';

/** A folder as the server's process is given it. */
export interface OpenFolder {
  /** How the server's process names the folder. */
  readonly path: string;
  /** To be passed to the child as its fd 4. */
  readonly fd: number | 'ignore';
  close(): void;
}

/**
 * Root may keep its data where the server's account cannot pass (below a home of mode 0700): that
 * account then gets the folder as an open descriptor, which asks nothing of the folders above.
 */
export function openFolder(dir: string, user: ServerUser | null): OpenFolder {
  if (user === null || canReach(user, dir, '-x')) return { path: dir, fd: 'ignore', close: () => {} };
  if (process.platform !== 'linux')
    throw new DatabaseError(
      `The folder ${dir} cannot be reached by the account PostgreSQL runs under: set DATA_DIR.`,
    );
  const fd = openSync(dir, 'r');
  return { path: '/proc/self/fd/4', fd, close: () => closeSync(fd) };
}
