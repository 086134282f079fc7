import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { DatabaseError } from '../database-error.js';

/** The account PostgreSQL runs under when we are root, which it refuses to be. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ['postgres', 'nobody'];

/**
 * Null when PostgreSQL may run as we do. A cluster that exists is run by whoever owns it, so that
 * root and an ordinary user can start the same folder in turn.
 */
export function chooseServerUser(clusterDir: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(clusterDir)) {
    const { uid, gid } = statSync(clusterDir);
    if (uid !== 0) return { uid, gid };
  }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of CANDIDATES) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new DatabaseError(
    'PostgreSQL refuses to run as root, and there is no account "postgres" or "nobody" to run it under: start Lianjian as an ordinary user.',
  );
}

/** Whether that account passes all folders above and meets the test (of test(1)) at the end. */
export function canReach(user: ServerUser, path: string, test: '-r' | '-x'): boolean {
  return spawnSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', path], { cwd: '/', ...user }).status === 0;
}
