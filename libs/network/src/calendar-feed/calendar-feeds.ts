import { found } from '#graphql';
import type { Claims, TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Bearers } from '../code/bearers.js';
import { makeRefreshToken } from '../code/code.js';
import { Post } from '../post/post.entity.js';
import { getRegionCode } from '../region/region-code.js';
import { CalendarFeed } from './calendar-feed.entity.js';

/** An address as it is handed out, this once. */
export interface OpenedFeed {
  readonly path: string;
  readonly openedAt: Date;
}

/** As whom a calendar reads, and since when. */
export interface FeedReader {
  readonly claims: Claims;
  readonly openedAt: Date;
}

/** Opens and closes the one door that a post has for calendars, and says whose door a secret opens. */
@Injectable()
export class CalendarFeeds {
  constructor(private readonly bearers: Bearers) {}

  /** The address before it, if there was one, is void. */
  async open(tx: TenantTransaction): Promise<OpenedFeed> {
    const post = found(await tx.find(Post, found(tx.actor.postId)));
    const last = await this.take(tx, post.id);
    if (last) await tx.remove(CalendarFeed, last);
    const { text, hash } = makeRefreshToken(await getRegionCode(tx));
    const { openedAt } = await tx.insert(CalendarFeed, {
      id: tx.newId(),
      postId: post.id,
      personId: post.personId,
      role: post.role,
      secretHash: hash,
      openedAt: tx.now,
    });
    return { path: `/calendar/${encodeURIComponent(text)}.ics`, openedAt };
  }

  /** @throws ApiError NOT_FOUND when none is open */
  async revoke(tx: TenantTransaction): Promise<CalendarFeed> {
    const feed = found(await this.take(tx, found(tx.actor.postId)));
    await tx.remove(CalendarFeed, feed);
    return feed;
  }

  /** Null for what opens nothing. Whether the post is still held shows when it enters. */
  findReader(secret: string): Promise<FeedReader | null> {
    return this.bearers.admit(secret, async ({ manager, regionId, hash }) => {
      const feed = await manager.findOneBy(CalendarFeed, { regionId, secretHash: hash });
      if (!feed) return null;
      const { postId, personId, role, openedAt } = feed;
      return { claims: { regionId, postId, personId, role, sessionId: null }, openedAt };
    });
  }

  /** Of two that open at once, the second makes the address of the first void. */
  private async take(tx: TenantTransaction, postId: string): Promise<CalendarFeed | null> {
    const { regionId } = tx;
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('calendar ' || id, 0)) FROM post WHERE region_id = $1 AND id = $2`,
      [regionId, postId],
    );
    return tx.manager.findOneBy(CalendarFeed, { regionId, postId });
  }
}
