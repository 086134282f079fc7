import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from './processes.js';

type Entry =
  | 'main.js'
  | 'migrate.js'
  | 'import-roster.js'
  | 'import-calendar.js'
  | '../../api/src/main.js'
  | '../../worker/src/main.js';

const ENTRIES = new URL('../../apps/standalone/src/', import.meta.url);

/** One of our programs in a process group of its own, as a terminal gives it, and what it has printed. */
export class Run {
  output = '';
  errors = '';
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;

  constructor(entry: Entry, env: Record<string, string>, args: readonly string[] = []) {
    this.#child = spawn(process.execPath, [fileURLToPath(new URL(entry, ENTRIES)), ...args], {
      detached: true,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#closed = once(this.#child, 'close');
    this.#child.stdout?.on('data', (chunk) => (this.output += String(chunk)));
    this.#child.stderr?.on('data', (chunk) => (this.errors += String(chunk)));
  }

  /** Resolves once it has said what the last line of a start says; fails with what it said if it ends instead. */
  async up(lastLine = 'Ctrl-C'): Promise<this> {
    await until('it is up or has ended', () => this.output.includes(lastLine) || this.#hasEnded);
    if (this.#hasEnded) throw new Error(`It ended: ${this.errors}`);
    return this;
  }

  /** Reaches the whole group, as Ctrl-C does; nothing happens once it has ended. */
  signal(signal: NodeJS.Signals): void {
    if (this.#child.pid !== undefined && !this.#hasEnded) process.kill(-this.#child.pid, signal);
  }

  /** The exit code; null when a signal ended it. */
  async ended(): Promise<number | null> {
    return this.#closed.then(() => this.#child.exitCode);
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }
}
