import { codeOf, DatabaseError } from '../database-error.js';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written by this user',
  EPERM: 'may not be read or written by this user',
  EROFS: 'is on a disk that may only be read',
  ENOTDIR: 'has a file where a folder should be',
  EEXIST: 'has a file where a folder should be',
  ENOSPC: 'is on a full disk',
};

/** Turns what the file system answered into a sentence about the folder; other errors pass. */
export function asUnusable(dir: string, error: unknown): unknown {
  const code = codeOf(error) ?? '';
  const reason = REASONS[code];
  return reason ? new DatabaseError(`The data folder ${dir} ${reason} (${code}).`, { cause: error }) : error;
}
