/** Lets so many work at a time, in the order in which they came: who waits for live news must not keep all connections. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private readonly idle: (() => void)[] = [];
  private atWork = 0;

  constructor(private readonly most: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.atWork < this.most) this.atWork += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      this.handOn();
    }
  }

  /** When nobody works or waits any more. */
  async rest(): Promise<void> {
    if (this.atWork > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  /** The turn goes to who waits longest, before anybody comes in between. */
  private handOn(): void {
    const next = this.waiting.shift();
    if (next) return next();
    this.atWork -= 1;
    if (this.atWork === 0) for (const resolve of this.idle.splice(0)) resolve();
  }
}
