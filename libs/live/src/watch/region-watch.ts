import { ChangeFeed, ChangeHub } from '#changes';
import { ApiError, type Looks, type TenantContext } from '#graphql';
import { Clock } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { CURSOR_DAYS, foreignCursor, LiveCursors, type Place } from '../cursor/live-cursors.js';
import { RegionLooks, type Watcher } from './region-looks.js';

const PRUNED_EVERY_MS = 3_600_000;
/** A day longer than a cursor is good for. */
const KEPT_MS = (CURSOR_DAYS + 1) * 24 * 3_600_000;

/** From where somebody goes on; null from now on. */
export type Resumed = Place | null;

/** Begins subscriptions: from which place, and in the region of whoever asks. */
@Injectable()
export class RegionWatch {
  /** When the old changes of a region were last forgotten, in epoch milliseconds. */
  private readonly prunedAt = new Map<string, number>();

  constructor(
    private readonly hub: ChangeHub,
    private readonly feed: ChangeFeed,
    private readonly cursors: LiveCursors,
    private readonly clock: Clock,
  ) {}

  /** @throws ApiError BAD_USER_INPUT for a cursor that is not of this region, not of the past, or too old */
  async begin(
    context: TenantContext,
    after: string | null | undefined,
    watcherOf: (regionId: string, resumed: Resumed) => Watcher,
  ): Promise<Looks> {
    const claims = await context.authenticate();
    if (!claims) throw ApiError.unauthenticated();
    const { regionId } = claims;
    await this.prune(regionId);
    const resumed = after === null || after === undefined ? null : await this.cursors.open(regionId, after);
    const looks = new RegionLooks(watcherOf(regionId, resumed));
    const watch = await this.hub.watch(regionId, looks.hear);
    looks.begin(watch, Math.max(watch.from, resumed?.position ?? 0));
    try {
      if (resumed && resumed.position > watch.from) await this.expectPast(regionId, resumed);
      return looks;
    } catch (error) {
      watch.end();
      throw error;
    }
  }

  /** Whoever subscribes comes back every quarter of an hour, so that a region that is watched is pruned. */
  private async prune(regionId: string): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - (this.prunedAt.get(regionId) ?? -Infinity) < PRUNED_EVERY_MS) return;
    this.prunedAt.set(regionId, now);
    await this.feed.prune(regionId, new Date(now - KEPT_MS));
  }

  /** Another process may have heard of more than this one. */
  private async expectPast(regionId: string, { position }: Place): Promise<void> {
    const { last } = await this.feed.tell(regionId, position, 0);
    if (position > last) throw foreignCursor();
  }
}
