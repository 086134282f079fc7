import type { HeardChange, WatchedThing } from '#changes';
import type { Sight, TenantContext } from '#graphql';
import type { LiveCursors } from '../cursor/live-cursors.js';
import { mayChangeRights, mayHear, type Hearer } from '../watch/hearing.js';
import type { Moment, Watcher } from '../watch/region-looks.js';
import type { Resumed } from '../watch/region-watch.js';
import { askThing, MOST_ACTS, readSeen, type Seen } from './thing.statement.js';

/** One act, as far as it may be told. */
export type ToldAct = Omit<Seen['acts'][number], 'position'>;

/** What the fields of a change are resolved from. */
export interface ThingChange {
  readonly id: string;
  /** Whether the post sees it, and it is of the kind that is watched. */
  readonly isThere: boolean;
  readonly cursor: string;
  readonly at: Date;
  readonly acts: readonly ToldAct[];
}

interface Watched {
  readonly thing: WatchedThing;
  readonly id: string;
  readonly regionId: string;
  readonly resumed: Resumed;
}

/** Watches one thing for one subscription: what was done to it since the last answer, each act once. */
export class ThingWatcher implements Watcher {
  readonly rest = 0;
  private told: number | null;
  private isFirst = true;
  private mark: string | null = null;
  private owner: string | null = null;
  private hearer: Hearer | null = null;

  constructor(
    private readonly cursors: LiveCursors,
    private readonly watched: Watched,
  ) {
    this.told = watched.resumed?.position ?? null;
  }

  concerns(event: HeardChange): boolean {
    const { thing, id } = this.watched;
    if (event.thingId === id || mayChangeRights(event)) return true;
    if (!thing.parts[event.thingType]) return false;
    const isOfOwner = this.owner !== null && event.unitIds.includes(this.owner);
    return isOfOwner || this.hearer === null || mayHear(event, this.hearer);
  }

  async look(context: TenantContext, moment: Moment): Promise<Sight | null> {
    const { thing, id, regionId } = this.watched;
    const from = this.told ?? moment.heard;
    const to = moment.heard;
    const [seen, { actor, now }] = await Promise.all([
      context.ask((asker) => askThing(thing, { id, from, to }, asker), false).then(readSeen),
      context.read(async (tx) => ({ actor: tx.actor, now: tx.now })),
    ]);
    const { isThere, acts, mark, owner, unitCode } = seen;
    const isNews = this.isFirst || !isThere || acts.length > 0 || mark !== this.mark;
    const isMore = acts.length === MOST_ACTS;
    const position = (isMore ? acts.at(-1)?.position : undefined) ?? to;
    Object.assign(this, { hearer: { actor, unitCode }, mark, owner, told: position, isFirst: false });
    if (isMore && isThere) moment.lookAgain();
    if (!isNews) return null;
    const cursor = await this.cursors.seal(regionId, { position });
    const value: ThingChange = { id, isThere, cursor, at: now, acts: isThere ? acts : [] };
    return { value, isLast: !isThere };
  }
}
