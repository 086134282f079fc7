import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { nodeOf, type Peer } from './peers.ts';

const START_PATIENCE_MS = 30_000;

/** A server of its own process, on a free port of the loopback address. */
export interface RunningServer {
  readonly peer: Peer;
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts a peer and waits until it says that it listens.
 * @param dir takes its log
 */
export async function startServer(peer: Peer, databaseUrl: string, dir: string): Promise<RunningServer> {
  const port = await findFreePort();
  const logFile = join(dir, `${peer.name.replaceAll(/\W+/g, '-')}.log`);
  const log = openSync(logFile, 'a');
  const child = spawn(nodeOf(peer), ['--enable-source-maps', ...preloaded(peer), peer.main], {
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      APP_DATABASE_URL: databaseUrl,
      DATA_DIR: dir,
      // We are one address and few posts, and ask more than people do.
      REQUESTS_PER_MINUTE_ADDRESS: '9999999',
      REQUESTS_PER_MINUTE_POST: '9999999',
    },
    stdio: ['ignore', 'pipe', log],
  });
  closeSync(log);
  const cutOff = () => void child.kill('SIGKILL');
  process.once('exit', cutOff);
  child.once('exit', () => process.off('exit', cutOff));
  const stop = () => end(child);
  const listens =
    child.stdout && once(child.stdout, 'data', { signal: AbortSignal.timeout(START_PATIENCE_MS) });
  const outcome = await Promise.race([listens?.catch(() => 'late'), once(child, 'exit').then(() => 'ended')]);
  if (typeof outcome === 'string' || child.pid === undefined) {
    await stop();
    throw new Error(`${peer.name} did not start:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
  }
  return { peer, port, pid: child.pid, stop };
}

function preloaded({ preload }: Peer): readonly string[] {
  return preload === undefined ? [] : ['--expose-gc', '--import', preload];
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(late);
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
