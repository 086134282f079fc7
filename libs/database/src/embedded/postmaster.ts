import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../database-error.js';

/** What a server says of itself in its folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: string;
  readonly socketDir: string;
  readonly status: string;
}

/** The server that runs on this cluster, if one does; a stale pid file is removed. */
export function findPostmaster(clusterDir: string): Postmaster | null {
  const file = join(clusterDir, 'postmaster.pid');
  const lines = readIfThere(file)?.split('\n');
  if (!lines) return null;
  const pid = Number(lines[0]);
  // Still empty: another server is just starting, and ours will say so.
  if (!(pid > 0)) return null;
  if (isRunning(pid) && worksIn(pid, clusterDir))
    return { pid, port: lines[3] ?? '', socketDir: lines[4] ?? '', status: (lines[7] ?? '').trim() };
  rmSync(file, { force: true });
  return null;
}

/** Whether a process has this id, whoever it belongs to. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Pids are used again: only a process that works in the folder is its server. */
function worksIn(pid: number, clusterDir: string): boolean {
  if (process.platform !== 'linux') return commandOf(pid).includes(`-D ${clusterDir} `);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir);
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
