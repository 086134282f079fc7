import { InboxService } from '#inbox';
import { NotSignedIn, Tenancy, type Claims } from '#tenancy';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

/** How soon that is told which begins to wait with time alone. */
export const INBOX_POLL_MS = 60_000;

/** One subscription, and by whose sign-in it was begun. */
export interface PolledInbox {
  readonly claims: Claims;
  /** What stands for the inbox at this moment. */
  compare(mark: string): void;
}

/**
 * Some things begin to wait by the clock: no row changes that anybody could hear of. So what waits is compared now and
 * then: one read for each post that watches, one after the other, so that they do not stand before what there is to tell.
 */
@Injectable()
export class InboxPolling implements OnModuleInit, OnModuleDestroy {
  private readonly ofPost = new Map<string, Set<PolledInbox>>();
  private timer: NodeJS.Timeout | null = null;
  private polling: Promise<void> | null = null;
  private hearFault: (error: unknown) => void = () => {};

  constructor(
    private readonly tenancy: Tenancy,
    private readonly inbox: InboxService,
  ) {}

  onModuleInit(): void {
    this.pollEvery(INBOX_POLL_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.ofPost.clear();
    await this.polling;
  }

  /** Tells one listener of what goes wrong; the next time comes all the same. */
  tellFaults(hear: (error: unknown) => void): void {
    this.hearFault = hear;
  }

  pollEvery(milliseconds: number): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = setInterval(() => void this.poll(), milliseconds).unref();
  }

  /** Gives what ends it. */
  join(one: PolledInbox): () => void {
    const { postId } = one.claims;
    const watching = this.ofPost.get(postId) ?? new Set();
    this.ofPost.set(postId, watching.add(one));
    return () => {
      watching.delete(one);
      if (watching.size === 0 && this.ofPost.get(postId) === watching) this.ofPost.delete(postId);
    };
  }

  /** Once for all that are watched; whoever comes while it goes on waits for its end. */
  poll(): Promise<void> {
    this.polling ??= this.compareAll()
      .catch((error: unknown) => this.hearFault(error))
      .finally(() => (this.polling = null));
    return this.polling;
  }

  private async compareAll(): Promise<void> {
    for (const watching of this.ofPost.values()) {
      const mark = await this.readMark([...watching]);
      if (mark !== null) for (const one of watching) one.compare(mark);
    }
  }

  /** By the first sign-in that still stands; who has none is told so elsewhere. */
  private async readMark(watching: readonly PolledInbox[]): Promise<string | null> {
    for (const { claims } of watching) {
      const reading = await this.tenancy.openReading(claims);
      try {
        return (await this.inbox.mark(reading)).mark;
      } catch (error) {
        if (!(error instanceof NotSignedIn)) throw error;
      } finally {
        await reading.close().catch(() => {});
      }
    }
    return null;
  }
}
