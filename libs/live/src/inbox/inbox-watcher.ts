import type { HeardChange } from '#changes';
import type { Sight, TenantContext } from '#graphql';
import type { InboxService } from '#inbox';
import type { Claims } from '#tenancy';
import type { LiveCursors } from '../cursor/live-cursors.js';
import { mayChangeRights, mayHear, type Hearer } from '../watch/hearing.js';
import type { Moment, Watcher } from '../watch/region-looks.js';
import type { Resumed } from '../watch/region-watch.js';
import type { InboxPolling } from './inbox-polling.js';

/** What the fields of an answer are resolved from. */
export interface InboxChange {
  readonly cursor: string;
  readonly at: Date;
}

interface Sources {
  readonly cursors: LiveCursors;
  readonly inboxes: InboxService;
  readonly polling: InboxPolling;
}

/** Watches what waits for one post: it is told whole, whenever it is another than before. */
export class InboxWatcher implements Watcher {
  /** What comes in one burst is looked at once. */
  readonly rest = 250;
  private mark: string | null;
  private thingIds: ReadonlySet<string> = new Set();
  private hearer: Hearer | null = null;
  private leave: () => void = () => {};

  constructor(
    private readonly sources: Sources,
    private readonly claims: Claims,
    resumed: Resumed,
  ) {
    this.mark = resumed?.mark ?? null;
  }

  begin(moment: Moment): void {
    const { claims } = this;
    const compare = (mark: string): void => {
      if (mark !== this.mark) moment.lookAgain();
    };
    this.leave = this.sources.polling.join({ claims, compare });
  }

  end(): void {
    this.leave();
  }

  concerns(event: HeardChange): boolean {
    const { hearer, thingIds } = this;
    return hearer === null || mayChangeRights(event) || thingIds.has(event.thingId) || mayHear(event, hearer);
  }

  async look(context: TenantContext, moment: Moment): Promise<Sight | null> {
    const { inboxes, cursors } = this.sources;
    const position = moment.heard;
    const [{ mark, lapsesAt, thingIds, unitCode }, { actor, now }] = await Promise.all([
      inboxes.mark(context),
      context.read(async (tx) => ({ actor: tx.actor, now: tx.now })),
    ]);
    const isNews = mark !== this.mark;
    Object.assign(this, { mark, hearer: { actor, unitCode }, thingIds: new Set(thingIds) });
    if (lapsesAt) moment.lookIn(lapsesAt.getTime() - now.getTime());
    if (!isNews) return null;
    const cursor = await cursors.seal(this.claims.regionId, { position, mark });
    const value: InboxChange = { cursor, at: now };
    return { value, isLast: false };
  }
}
