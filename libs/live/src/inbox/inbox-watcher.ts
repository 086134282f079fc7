import type { ChangeEvent } from '#changes';
import type { Sight, TenantContext } from '#graphql';
import type { InboxService } from '#inbox';
import type { Actor } from '#tenancy';
import type { LiveCursors } from '../cursor/live-cursors.js';
import { mayChangeRights, mayHear } from '../watch/hearing.js';
import type { Moment, Watcher } from '../watch/region-looks.js';
import type { Resumed } from '../watch/region-watch.js';

/** What the fields of an answer are resolved from. */
export interface InboxChange {
  readonly cursor: string;
  readonly at: Date;
}

/** Watches what waits for one post: it is told whole, whenever it is another than before. */
export class InboxWatcher implements Watcher {
  /** What comes in one burst is looked at once. */
  readonly rest = 250;
  private mark: string | null;
  private thingIds: ReadonlySet<string> = new Set();
  private actor: Actor | null = null;

  constructor(
    private readonly cursors: LiveCursors,
    private readonly inbox: InboxService,
    private readonly regionId: string,
    resumed: Resumed,
  ) {
    this.mark = resumed?.mark ?? null;
  }

  concerns(event: ChangeEvent): boolean {
    const { actor, thingIds } = this;
    return actor === null || mayChangeRights(event) || thingIds.has(event.thingId) || mayHear(event, actor);
  }

  async look(context: TenantContext, moment: Moment): Promise<Sight | null> {
    const position = moment.heard;
    const [{ mark, lapsesAt, thingIds }, { actor, now }] = await Promise.all([
      this.inbox.mark(context),
      context.read(async (tx) => tx),
    ]);
    const isNews = mark !== this.mark;
    Object.assign(this, { mark, actor, thingIds: new Set(thingIds) });
    if (lapsesAt) moment.lookIn(lapsesAt.getTime() - now.getTime());
    if (!isNews) return null;
    const cursor = await this.cursors.seal(this.regionId, { position, mark });
    const value: InboxChange = { cursor, at: now };
    return { value, isLast: false };
  }
}
