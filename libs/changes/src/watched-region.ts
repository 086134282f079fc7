import type { HeardChange, ChangeFeed } from './change-feed.js';

const MOST_AT_ONCE = 500;
/** After a read that failed (ms). */
const AGAIN_AFTER = 500;

/** Is told each change once, in order, in batches. */
export type Hear = (events: readonly HeardChange[]) => void;

/** One region that is watched: how far it has been read, and who hears of what comes next. */
export class WatchedRegion {
  private readonly hearers = new Set<Hear>();
  private position: Promise<number> | null = null;
  private reading: Promise<void> | null = null;
  private isStale = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly regionId: string,
    private readonly feed: ChangeFeed,
    private readonly hearFault: (error: unknown) => void,
  ) {}

  get isDeserted(): boolean {
    return this.hearers.size === 0;
  }

  /** Gives the position from which on `hear` is told. */
  async join(hear: Hear): Promise<number> {
    const position = (this.position ??= this.findLast());
    this.hearers.add(hear);
    try {
      return await position;
    } catch (error) {
      this.leave(hear);
      // Somebody who came meanwhile may have begun anew.
      if (this.position === position) this.position = null;
      throw error;
    }
  }

  leave(hear: Hear): void {
    this.hearers.delete(hear);
    if (this.isDeserted && this.timer) clearTimeout(this.timer);
  }

  /** Nobody hears any more; resolves when nothing is being read. */
  async close(): Promise<void> {
    this.hearers.clear();
    if (this.timer) clearTimeout(this.timer);
    await this.reading;
  }

  /** Something changed: reads on, once more if it is being read. */
  wake(): void {
    this.isStale = true;
    this.reading ??= this.readOn().finally(() => {
      this.reading = null;
    });
  }

  private async findLast(): Promise<number> {
    const { last } = await this.feed.tell(this.regionId, Number.MAX_SAFE_INTEGER, 0);
    return last;
  }

  private async readOn(): Promise<void> {
    try {
      while (this.isStale && this.position && !this.isDeserted) {
        this.isStale = false;
        const from = await this.position;
        const { events } = await this.feed.tell(this.regionId, from, MOST_AT_ONCE);
        const last = events.at(-1);
        if (!last) continue;
        this.position = Promise.resolve(last.position);
        this.isStale ||= events.length === MOST_AT_ONCE;
        for (const hear of this.hearers) hear(events);
      }
    } catch (error) {
      this.hearFault(error);
      if (!this.isDeserted) this.timer = setTimeout(() => this.wake(), AGAIN_AFTER);
    }
  }
}
