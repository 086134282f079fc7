import { ChangeFeed, ChangeHub } from '#changes';
import { ApiError, type Looks, type TenantContext } from '#graphql';
import type { Claims } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { foreignCursor, LiveCursors, oldCursor, type CursorPayload } from '../cursor/live-cursors.js';
import { RegionLooks, type Watcher } from './region-looks.js';

/** From where somebody goes on; null from now on. */
export type Resumed = CursorPayload | null;

/** Begins subscriptions: from which position, and in the region of whoever asks. */
@Injectable()
export class RegionWatch {
  constructor(
    private readonly hub: ChangeHub,
    private readonly feed: ChangeFeed,
    private readonly cursors: LiveCursors,
  ) {}

  /** @throws ApiError BAD_USER_INPUT for a cursor that is not of this region, not of the past, or too old */
  async begin(
    context: TenantContext,
    after: string | null | undefined,
    watcherOf: (claims: Claims, resumed: Resumed) => Watcher,
  ): Promise<Looks> {
    const claims = await context.authenticate();
    if (!claims) throw ApiError.unauthenticated();
    const { regionId } = claims;
    const resumed = after === null || after === undefined ? null : await this.cursors.open(regionId, after);
    const looks = new RegionLooks(watcherOf(claims, resumed));
    const watch = await this.hub.watch(regionId, looks.hear);
    looks.begin(watch, Math.max(watch.from, resumed?.position ?? 0));
    try {
      if (resumed) await this.expectKept(regionId, resumed);
      return looks;
    } catch (error) {
      await looks.return();
      throw error;
    }
  }

  /** Asked of the database: another process may have heard of more than this one, and changes are forgotten. */
  private async expectKept(regionId: string, { position }: CursorPayload): Promise<void> {
    const { first, last } = await this.feed.tell(regionId, position, 0);
    if (position > last) throw foreignCursor();
    if (position < first - 1) throw oldCursor();
  }
}
