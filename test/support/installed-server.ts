import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from './processes.js';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';

/** The programs of a PostgreSQL that Debian has installed, the newest; null where there is none. */
export function findInstalledServer(): string | null {
  if (!existsSync(DEBIAN)) return null;
  const folders = readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin'));
  return folders.toSorted().findLast((bin) => existsSync(join(bin, 'postgres'))) ?? null;
}

/** Such a server on a folder of its own, reached by a socket in it. */
export class InstalledServer {
  private constructor(
    readonly bin: string,
    private readonly dir: string,
    private readonly server: ReturnType<typeof spawn>,
  ) {}

  static async start(bin: string, dir: string): Promise<InstalledServer> {
    const data = join(dir, 'cluster');
    const user = serverUser();
    chmodSync(dir, 0o755);
    mkdirSync(data, { mode: 0o700 });
    if (user) for (const path of [dir, data]) chownSync(path, user.uid, user.gid);
    const options = { ...user, cwd: '/' };
    await run(
      join(bin, 'initdb'),
      ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-D', data],
      options,
    );
    const settings = ['-c', 'listen_addresses=', '-c', 'fsync=off', '-k', dir];
    const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], { ...options, stdio: 'ignore' });
    const started = new InstalledServer(bin, dir, server);
    const ask = join(bin, 'pg_isready');
    await until('the server takes connections', () => spawnSync(ask, ['-h', dir]).status === 0);
    return started;
  }

  urlFor(role: string, database: string): string {
    return `postgres://${role}@localhost/${database}?host=${encodeURIComponent(this.dir)}`;
  }

  async stop(): Promise<void> {
    const ended = once(this.server, 'exit');
    this.server.kill('SIGINT');
    await ended;
  }
}

/** PostgreSQL refuses to run as root. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (option: string): number =>
    Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
