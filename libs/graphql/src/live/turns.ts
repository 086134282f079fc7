/** Lets so many work at a time, in the order in which they came: who waits for live news must not keep all connections. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private readonly atWork = new Set<Promise<unknown>>();

  constructor(private readonly most: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.atWork.size >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    const working = work();
    this.atWork.add(working);
    try {
      return await working;
    } finally {
      this.atWork.delete(working);
      this.waiting.shift()?.();
    }
  }

  /** When nobody works any more. */
  async rest(): Promise<void> {
    while (this.atWork.size > 0) await Promise.allSettled(this.atWork);
  }
}
