import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PATIENCE_MS = 120_000;
const PROCESS = fileURLToPath(new URL('crowd-process.ts', import.meta.url));

/** What each of many subscribes to, over a socket of its own. */
export interface Watched {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly subscribers: number;
  readonly query: string;
  readonly variables: object;
}

export type Asked = { readonly watch: Watched } | { readonly expect: string };
export type Said = { readonly ready: true } | { readonly told: readonly string[] };

/** When something was done and when each was told, in milliseconds from when it was asked for. */
export interface Spread {
  /** Until the act itself was answered. */
  readonly act: number;
  readonly first: number;
  readonly half: number;
  readonly all: number;
}

/** Many subscribers in a process of their own. */
export class Crowd {
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess) {
    // Each wait listens for its end.
    this.child = child.setMaxListeners(0);
  }

  /** Resolves when each has been told how things stand. */
  static async open(watched: Watched): Promise<Crowd> {
    const crowd = new Crowd(fork(PROCESS));
    await crowd.ask({ watch: watched });
    return crowd;
  }

  /** Does something once, and waits until all were told of it: whatever holds that text. */
  async hear(marker: string, act: () => Promise<void>): Promise<Spread> {
    await this.ask({ expect: marker });
    const hearing = this.next();
    const from = process.hrtime.bigint();
    await act();
    const since = (at: bigint): number => Number(at - from) / 1e6;
    const acted = since(process.hrtime.bigint());
    const said = await hearing;
    if (!('told' in said)) throw new Error('The crowd says something else.');
    const times = said.told.map((at) => since(BigInt(at)));
    const at = (share: number): number => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
    return { act: acted, first: times[0] ?? Number.NaN, half: at(0.5), all: at(1) };
  }

  async close(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }

  private async ask(asked: Asked): Promise<void> {
    const said = this.next();
    this.child.send(asked);
    await said;
  }

  private async next(): Promise<Said> {
    const late = AbortSignal.timeout(PATIENCE_MS);
    const ended = once(this.child, 'exit', { signal: late }).then(() => {
      throw new Error('The crowd has ended.');
    });
    const [said] = (await Promise.race([once(this.child, 'message', { signal: late }), ended])) as [Said];
    ended.catch(() => {});
    return said;
  }
}
