import type { ChildProcess } from 'node:child_process';
import { DatabaseError } from '../database-error.js';
import type { Binaries } from './binaries.js';
import { openFolder } from './open-folder.js';
import { lastLine } from './server-log.js';
import type { ServerUser } from './server-user.js';
import { makeSocketDir } from './socket-dir.js';
import { release, spawnWatched } from './watchdog.js';

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
  /** Resolves with the reason should it end without having been asked to. */
  readonly died: Promise<string>;
  /** Lets it finish its files; resolves once its process is gone. */
  stop(): Promise<void>;
}

/** Starts the server under its watchdog and waits until it takes connections. */
export async function launchServer(launch: Launch): Promise<LaunchedServer> {
  const socketDir = makeSocketDir(launch.user);
  const child = spawnServer(launch, socketDir);
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
  let isStopping = false;
  const died = new Promise<string>((resolve) => {
    void gone.then((why) => (isStopping ? undefined : resolve(why)));
  });
  const stop = async (): Promise<void> => {
    isStopping = true;
    await endServer(child, gone);
  };
  return { socketDir, died, stop };
}

function spawnServer(launch: Launch, socketDir: string): ChildProcess {
  const { dir, user, binaries, throwaway } = launch;
  const folder = openFolder(dir, user);
  const settings = Object.entries(launch.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [binaries.postgres, '-D', folder.path, '-k', socketDir, ...settings];
  const child = spawnWatched({ command, folder, user, temporary: [socketDir, throwaway ? dir : ''] });
  folder.close();
  return child;
}

async function endServer(child: ChildProcess, gone: Promise<string>): Promise<void> {
  release(child);
  // QUIT leaves the work to the next start's recovery, but leaves nobody behind.
  const impatience = setTimeout(() => killGroup(child.pid), STOP_PATIENCE_MS);
  await gone;
  clearTimeout(impatience);
}

function killGroup(pid: number | undefined): void {
  if (pid !== undefined) process.kill(-pid, 'SIGQUIT');
}
