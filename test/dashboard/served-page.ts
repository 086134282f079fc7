import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTempDir } from '../support/temp-dir.js';

const ROOT = join(import.meta.dirname, '../../..');

/** The example page in a copy that has the first page of docs/dashboards.md, too, served as the docs say. */
export class ServedPage {
  private constructor(
    private readonly server: ChildProcess,
    private readonly dir: ReturnType<typeof makeTempDir>,
    readonly origin: string,
  ) {}

  static async start(): Promise<ServedPage> {
    const dir = makeTempDir();
    const folder = join(dir.path, 'dashboard');
    await cp(join(ROOT, 'examples/dashboard'), folder, { recursive: true });
    await writeFile(join(folder, 'first.html'), await readFirstPage());
    await symlink(join(ROOT, 'node_modules'), join(dir.path, 'node_modules'));
    const server = spawn(process.execPath, [join(folder, 'serve.mjs'), '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(server.stdout, 'data');
    const found = /http:\/\/localhost:\d+/.exec(String(line));
    if (!found) throw new Error(`The page is not served: ${String(line)}`);
    return new ServedPage(server, dir, found[0]);
  }

  async close(): Promise<void> {
    this.server.kill();
    await once(this.server, 'exit');
    this.dir.remove();
  }
}

/** The page that the docs have a builder save. */
async function readFirstPage(): Promise<string> {
  const docs = await readFile(join(ROOT, 'docs/dashboards.md'), 'utf8');
  const [, page] = /```html\n([\s\S]*?)```/.exec(docs) ?? [];
  if (page === undefined) throw new Error('docs/dashboards.md has no page.');
  return page;
}
