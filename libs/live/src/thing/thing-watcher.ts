import type { HeardChange } from '#changes';
import type { Sight, TenantContext } from '#graphql';
import type { Actor } from '#tenancy';
import type { LiveCursors } from '../cursor/live-cursors.js';
import { mayChangeRights, mayHear } from '../watch/hearing.js';
import type { Moment, Watcher } from '../watch/region-looks.js';
import type { Resumed } from '../watch/region-watch.js';
import type { Subject } from './subject.js';
import { askThing, MOST_ACTS, readSeen, type Seen } from './thing.statement.js';

/** One act, as far as it may be told. */
export type ToldAct = Omit<Seen['acts'][number], 'position'>;

/** What the fields of a change are resolved from. */
export interface ThingChange {
  readonly id: string;
  readonly cursor: string;
  readonly at: Date;
  readonly acts: readonly ToldAct[];
}

interface Watched {
  readonly subject: Subject;
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
  private actor: Actor | null = null;

  constructor(
    private readonly cursors: LiveCursors,
    private readonly watched: Watched,
  ) {
    this.told = watched.resumed?.position ?? null;
  }

  concerns(event: HeardChange): boolean {
    const { subject, id } = this.watched;
    if (event.thingId === id || mayChangeRights(event)) return true;
    if (!subject.parts[event.thingType]) return false;
    const isOfOwner = this.owner !== null && event.unitIds.includes(this.owner);
    return isOfOwner || this.actor === null || mayHear(event, this.actor);
  }

  async look(context: TenantContext, moment: Moment): Promise<Sight | null> {
    const { subject, id, regionId } = this.watched;
    const from = this.told ?? moment.heard;
    const to = moment.heard;
    const [seen, { actor, now }] = await Promise.all([
      context.ask((asker) => askThing(subject, { id, from, to }, asker), false).then(readSeen),
      context.read(async (tx) => ({ actor: tx.actor, now: tx.now })),
    ]);
    const { isThere, acts, mark } = seen;
    const isNews = this.isFirst || !isThere || acts.length > 0 || mark !== this.mark;
    const isMore = acts.length === MOST_ACTS;
    const position = (isMore ? acts.at(-1)?.position : undefined) ?? to;
    Object.assign(this, { actor, mark, owner: seen.owner, told: position, isFirst: false });
    if (isMore && isThere) moment.lookAgain();
    if (!isNews) return null;
    const cursor = await this.cursors.seal(regionId, { position });
    const value: ThingChange = { id, cursor, at: now, acts: isThere ? acts : [] };
    return { value, isLast: !isThere };
  }
}
