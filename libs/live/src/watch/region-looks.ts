import type { HeardChange, Watch } from '#changes';
import type { Look, Looks, Sight, TenantContext } from '#graphql';

/** What a look knows of its moment. */
export interface Moment {
  /** The position up to which the changes of the region have been heard. */
  readonly heard: number;
  /** There is more to tell than was looked at. */
  lookAgain(): void;
  /** Something lapses in so many milliseconds. */
  lookIn(milliseconds: number): void;
}

/** Who wants to hear of some changes of a region, and looks what they mean for it. */
export interface Watcher {
  /** Whether it has to look because of that. */
  concerns(event: HeardChange): boolean;
  look(context: TenantContext, moment: Moment): Promise<Sight | null>;
  /** It is watched from now on, until the end. */
  begin?(moment: Moment): void;
  end?(): void;
  /** At least so long between two looks (ms). */
  readonly rest: number;
}

// What Node takes for a timer.
const LONGEST_WAIT = 2 ** 31 - 1;

/** The looks of one subscription: one at once, and then one whenever a change concerns it, however many came. */
export class RegionLooks implements Looks, Moment {
  private watch: Watch | null = null;
  private position = 0;
  private isStale = true;
  private hasEnded = false;
  private wake: () => void = () => {};
  private lapse: NodeJS.Timeout | null = null;
  private resting: NodeJS.Timeout | null = null;

  constructor(private readonly watcher: Watcher) {}

  /** From where it hears; given once. */
  begin(watch: Watch, position: number): void {
    this.watch = watch;
    this.position = Math.max(this.position, position);
    this.watcher.begin?.(this);
  }

  readonly hear = (events: readonly HeardChange[]): void => {
    this.position = Math.max(this.position, events.at(-1)?.position ?? 0);
    if (events.some((event) => this.watcher.concerns(event))) this.lookAgain();
  };

  get heard(): number {
    return this.position;
  }

  lookAgain(): void {
    this.isStale = true;
    this.wake();
  }

  lookIn(milliseconds: number): void {
    if (this.lapse) clearTimeout(this.lapse);
    const wait = Math.min(Math.max(milliseconds, 0), LONGEST_WAIT);
    if (!this.hasEnded) this.lapse = setTimeout(() => this.lookAgain(), wait).unref();
  }

  async next(): Promise<IteratorResult<Look, undefined>> {
    while (!this.hasEnded && (!this.isStale || this.resting))
      await new Promise<void>((resolve) => (this.wake = resolve));
    if (this.hasEnded) return { done: true, value: undefined };
    this.isStale = false;
    this.takeRest();
    return { done: false, value: (context) => this.watcher.look(context, this) };
  }

  async return(): Promise<IteratorResult<Look, undefined>> {
    this.hasEnded = true;
    this.watch?.end();
    this.watcher.end?.();
    if (this.lapse) clearTimeout(this.lapse);
    if (this.resting) clearTimeout(this.resting);
    this.wake();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private takeRest(): void {
    if (this.watcher.rest === 0) return;
    this.resting = setTimeout(() => {
      this.resting = null;
      this.wake();
    }, this.watcher.rest).unref();
  }
}
