import { type ChildProcess, spawn } from 'node:child_process';
import { DatabaseError } from '../database-error.js';
import type { Binaries } from './binaries.js';
import { openFolder } from './open-folder.js';
import { lastLine } from './server-log.js';
import type { ServerUser } from './server-user.js';
import { makeSocketDir } from './socket-dir.js';

// Our end of fd 3 closes when we stop the server or die, however we die; then the server is told to
// stop (INT: roll back and go), and what it leaves in temporary folders goes with it.
const WATCHDOG = `
sockets=$1; throwaway=$2; shift 2
"$@" 3<&- & server=$!
{ read -r _ <&3; kill -INT "$server"; } 2>/dev/null & guard=$!
wait "$server"; status=$?
kill "$guard" 2>/dev/null
rm -rf "$sockets" \${throwaway:+"$throwaway"}
exit "$status"`;

const READY = 'database system is ready to accept connections';
const STOP_PATIENCE_MS = 6_000;

/** What to run, and how. */
export interface Launch {
  readonly dir: string;
  readonly user: ServerUser | null;
  readonly binaries: Binaries;
  readonly settings: Readonly<Record<string, string>>;
  readonly throwaway: boolean;
  readonly log: (line: string) => void;
}

/** A server that is a child of ours. */
export interface LaunchedServer {
  readonly socketDir: string;
  /** Resolves with the reason once the server is gone. */
  readonly gone: Promise<string>;
  /** Lets it finish its files; resolves once its process is gone. */
  stop(): Promise<void>;
}

/** Starts the server under its watchdog and waits until it takes connections. */
export async function launchServer(launch: Launch): Promise<LaunchedServer> {
  const socketDir = makeSocketDir(launch.user);
  const child = spawnUnderWatchdog(launch, socketDir);
  let reason: () => string;
  const ready = new Promise<'ready'>((resolve) => {
    reason = lastLine(child.stderr, (line) => {
      launch.log(line);
      if (line.includes(READY)) resolve('ready');
    });
  });
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message)).once('close', () => resolve(reason()));
  });
  const outcome = await Promise.race([ready, gone]);
  if (outcome !== 'ready') throw new DatabaseError(`PostgreSQL did not start on ${launch.dir}: ${outcome}.`);
  return { socketDir, gone, stop: () => stop(child, gone) };
}

function spawnUnderWatchdog(launch: Launch, socketDir: string) {
  const folder = openFolder(launch.dir, launch.user);
  const settings = Object.entries(launch.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const watchdog = ['-c', WATCHDOG, 'sh', socketDir, launch.throwaway ? launch.dir : ''];
  const postgres = [launch.binaries.postgres, '-D', folder.path, '-k', socketDir, ...settings];
  const child = spawn('/bin/sh', [...watchdog, ...postgres], {
    cwd: '/',
    env: { PATH: process.env.PATH },
    // A session of its own: Ctrl-C reaches us alone, and we stop the server last.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', folder.fd],
    ...launch.user,
  });
  folder.close();
  return child;
}

async function stop(child: ChildProcess, gone: Promise<string>): Promise<void> {
  child.stdio[3]?.destroy();
  // QUIT leaves the work to the next start's recovery, but leaves nobody behind.
  const impatience = setTimeout(() => killGroup(child.pid), STOP_PATIENCE_MS);
  await gone;
  clearTimeout(impatience);
}

function killGroup(pid: number | undefined): void {
  if (pid !== undefined) process.kill(-pid, 'SIGQUIT');
}
