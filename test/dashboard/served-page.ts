import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const SERVE = join(import.meta.dirname, '../../../examples/dashboard/serve.mjs');

/** The example page on a port of its own, served as the docs say. */
export class ServedPage {
  private constructor(
    private readonly server: ChildProcess,
    readonly origin: string,
  ) {}

  static async start(): Promise<ServedPage> {
    const server = spawn(process.execPath, [SERVE, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(server.stdout, 'data');
    const found = /http:\/\/localhost:\d+/.exec(String(line));
    if (!found) throw new Error(`The page is not served: ${String(line)}`);
    return new ServedPage(server, found[0]);
  }

  async close(): Promise<void> {
    this.server.kill();
    await once(this.server, 'exit');
  }
}
