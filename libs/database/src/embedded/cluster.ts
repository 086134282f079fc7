import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseError } from '../database-error.js';
import type { Binaries } from './binaries.js';
import { openFolder } from './open-folder.js';
import { isRunning } from './postmaster.js';
import { lastLine } from './server-log.js';
import type { ServerUser } from './server-user.js';
import { asUnusable } from './unusable-folder.js';
import { spawnWatched } from './watchdog.js';

// Chinese needs a UTF-8 LC_CTYPE, whatever the environment says; "builtin" sorts alike on every machine.
const INITDB = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-instructions'].concat([
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C.UTF-8',
]);

/** A cluster to be, and who will run it. */
export interface ClusterPlan {
  readonly dir: string;
  readonly user: ServerUser | null;
  readonly binaries: Binaries;
  /** False leaves the files to the system's cache: for clusters that are thrown away. */
  readonly durable: boolean;
}

/**
 * Makes the cluster's folder if there is none. It grows under another name and is then renamed, so
 * that a start killed half-way leaves nothing that looks like a cluster.
 * @throws DatabaseError when the folder cannot be used.
 */
export async function prepareCluster(plan: ClusterPlan): Promise<void> {
  try {
    if (hasCluster(plan)) return;
    mkdirSync(dirname(plan.dir), { recursive: true });
    removeDrafts(plan.dir);
    await createCluster(plan);
  } catch (error) {
    throw asUnusable(plan.dir, error);
  }
}

function hasCluster({ dir, binaries }: ClusterPlan): boolean {
  const entries = statSync(dir, { throwIfNoEntry: false }) ? readdirSync(dir) : [];
  if (entries.length === 0) return false;
  if (!entries.includes('PG_VERSION'))
    throw new DatabaseError(`The folder ${dir} is not empty and holds no PostgreSQL cluster.`);
  const major = readFileSync(join(dir, 'PG_VERSION'), 'utf8').trim();
  if (major === binaries.major) return true;
  throw new DatabaseError(
    `The data in ${dir} was written by PostgreSQL ${major}, but this release brings PostgreSQL ${binaries.major}.`,
  );
}

async function createCluster(plan: ClusterPlan): Promise<void> {
  const draft = `${plan.dir}.draft-${process.pid}`;
  mkdirSync(draft, { mode: 0o700 });
  chmodSync(draft, 0o700);
  if (plan.user) chownSync(draft, plan.user.uid, plan.user.gid);
  await runInitdb(plan, draft);
  try {
    renameSync(draft, plan.dir);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another start was faster: its cluster is as good as ours.
    if (!hasCluster(plan)) throw error;
  }
}

async function runInitdb({ user, binaries, durable }: ClusterPlan, draft: string): Promise<void> {
  const folder = openFolder(draft, user);
  const options = durable ? INITDB : [...INITDB, '--no-sync'];
  const command = [binaries.initdb, '-D', folder.path, ...options];
  const initdb = spawnWatched({ command, folder, user, temporary: [] });
  const complaint = lastLine(initdb.stderr);
  const status = await new Promise<number | null>((resolve, reject) => {
    initdb.once('error', reject).once('close', resolve);
  });
  folder.close();
  if (status !== 0) throw new DatabaseError(`PostgreSQL could not make its folder ${draft}: ${complaint()}.`);
}

/** What a start that was killed half-way left; the pid in the name tells whether it is still at work. */
function removeDrafts(dir: string): void {
  const prefix = `${basename(dir)}.draft-`;
  for (const name of readdirSync(dirname(dir))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length));
    // In a container we may well have the number of the one that died.
    if (pid !== process.pid && isRunning(pid)) continue;
    // Its initdb may be at its own cleaning still.
    rmSync(join(dirname(dir), name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}
