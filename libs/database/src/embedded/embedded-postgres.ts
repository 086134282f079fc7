import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError } from '../database-error.js';
import { findBinaries } from './binaries.js';
import { bootstrap, DATABASE, OWNER } from './bootstrap.js';
import { prepareCluster } from './cluster.js';
import { type LaunchedServer, launchServer } from './launch-server.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { chooseServerUser } from './server-user.js';
import { asUnusable } from './unusable-folder.js';

/** How an embedded server is wanted. */
export interface EmbeddedSettings {
  /** Folder of the cluster; made, with those above it, when missing. */
  readonly dataDir: string;
  /** postgresql.conf settings beside our own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** True removes the cluster when the server stops, and spares the disk until then. */
  readonly throwaway?: boolean;
  /** Takes each line of the server's log. */
  readonly log: (line: string) => void;
}

/** A PostgreSQL that is reached through a socket only this user may open. */
export interface EmbeddedPostgres {
  /** Connects as lianjian_owner to the database lianjian. */
  readonly ownerUrl: string;
  urlFor(role: string, database?: string): string;
  /** Resolves with the reason should our server end unasked; never for one that another process started. */
  readonly died: Promise<string>;
  /** Ends the server and waits for it; a server that another process started goes on. */
  stop(): Promise<void>;
}

const OWN_SETTINGS = { listen_addresses: '', shared_buffers: '64MB', timezone: 'UTC', log_timezone: 'UTC' };
const TAKEOVER_PATIENCE_MS = 10_000;

/**
 * Starts PostgreSQL on a folder, making the cluster first if there is none, or joins the server that
 * already runs on it. The server ends with this process, even if that is killed.
 * @throws DatabaseError one sentence on what stands in the way.
 */
export async function startEmbeddedPostgres(wanted: EmbeddedSettings): Promise<EmbeddedPostgres> {
  const dir = resolve(wanted.dataDir);
  const running = await findEmbeddedPostgres(dir);
  if (running) return running;
  const user = chooseServerUser(dir);
  const binaries = findBinaries(user);
  const durable = wanted.throwaway !== true;
  await prepareCluster({ dir, user, binaries, durable });
  const settings = { ...OWN_SETTINGS, ...wanted.settings };
  const launch = { dir, user, binaries, settings, throwaway: !durable, log: wanted.log };
  const server = await launchServer(launch).catch((error: unknown) => rescue(dir, error));
  if ('pid' in server) return joinServer(server);
  return ownServer(server, wanted.settings?.port ?? '5432');
}

/** Joins the server that runs on this folder; null when none does. Its stop() leaves it running. */
export async function findEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres | null> {
  const running = await awaitPostmaster(resolve(dataDir));
  return running && joinServer(running);
}

async function ownServer(server: LaunchedServer, port: string): Promise<EmbeddedPostgres> {
  const urlFor = urlsOf(server.socketDir, port);
  try {
    await bootstrap(urlFor('postgres', 'postgres'));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ownerUrl: urlFor(OWNER), urlFor, died: server.died, stop: () => server.stop() };
}

/** That it works in our folder was read from its process; its socket is named in the folder. */
async function joinServer({ socketDir, port }: Postmaster): Promise<EmbeddedPostgres> {
  const urlFor = urlsOf(socketDir, port);
  await bootstrap(urlFor('postgres', 'postgres'));
  return { ownerUrl: urlFor(OWNER), urlFor, died: new Promise(() => {}), stop: async () => {} };
}

function urlsOf(socketDir: string, port: string) {
  const place = `localhost:${port}`;
  const query = `host=${encodeURIComponent(socketDir)}&sslmode=disable`;
  return (role: string, database = DATABASE): string => `postgres://${role}@${place}/${database}?${query}`;
}

/** The server on this folder, once it is up; null when none runs, or the one that did has gone. */
async function awaitPostmaster(dir: string): Promise<Postmaster | null> {
  const deadline = performance.now() + TAKEOVER_PATIENCE_MS;
  while (performance.now() < deadline) {
    const found = find(dir);
    if (!found || found.status === 'ready') return found;
    await pause(20);
  }
  throw new DatabaseError(`Another PostgreSQL on ${dir} neither starts nor stops.`);
}

/** Two starts at once: the slower one uses the other's server. */
async function rescue(dir: string, error: unknown): Promise<Postmaster> {
  const found = await awaitPostmaster(dir);
  if (found) return found;
  throw error;
}

function find(dir: string): Postmaster | null {
  try {
    return findPostmaster(dir);
  } catch (error) {
    throw asUnusable(dir, error);
  }
}
