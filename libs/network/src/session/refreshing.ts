import { Clock, IdSource, type Role } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Bearers, type Bearer } from '../code/bearers.js';
import { makeRefreshToken } from '../code/code.js';
import { Post } from '../post/post.entity.js';
import { isHeld } from '../post/post.policy.js';
import { RefreshToken } from './refresh-token.entity.js';
import { Session } from './session.entity.js';
import { expiryOf, goesOn, judgeToken } from './session.policy.js';

/** A session that goes on, and through which post. */
export interface Refreshed {
  regionId: string;
  personId: string;
  sessionId: string;
  postId: string;
  role: Role;
  refreshToken: string;
  sessionExpiresAt: Date;
}

/** Takes a refresh token and gives the next one: whoever uses one a second time ends the session for both. */
@Injectable()
export class Refreshing {
  constructor(
    private readonly bearers: Bearers,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  /** Null for a token that is not valid, or no longer. */
  refresh(token: string): Promise<Refreshed | null> {
    return this.bearers.admit(token, (bearer) => this.rotate(bearer));
  }

  private async rotate(bearer: Bearer): Promise<Refreshed | null> {
    const { manager, regionId, hash } = bearer;
    const now = this.clock.now();
    const token = await manager.findOneBy(RefreshToken, { regionId, secretHash: hash });
    if (!token) return null;
    const key = { regionId, id: token.sessionId };
    const session = await manager.findOne(Session, { where: key, lock: { mode: 'for_no_key_update' } });
    if (!session || !goesOn(session, now)) return null;
    const worth = judgeToken(token.generation, session, now);
    if (worth === 'REUSED') {
      // Kept although the answer is a refusal: this is what the refusal is for.
      await manager.update(Session, key, { endedAt: now });
      return null;
    }
    const post = await manager.findOneBy(Post, { regionId, id: token.postId });
    if (!post || !isHeld(post, now)) return null;
    const generation = worth === 'CURRENT' ? session.generation + 1 : session.generation;
    const refreshedAt = worth === 'CURRENT' ? now : session.refreshedAt;
    const sessionExpiresAt = expiryOf(session.startedAt, now);
    await manager.update(Session, key, { generation, refreshedAt, expiresAt: sessionExpiresAt });
    const { personId, sessionId, postId } = token;
    const held = { regionId, personId, sessionId, postId };
    const { text, hash: secretHash } = makeRefreshToken(bearer.regionCode);
    const next = { ...held, id: this.ids.next(), secretHash, generation, issuedAt: now };
    await manager.insert(RefreshToken, next);
    return { ...held, role: post.role, refreshToken: text, sessionExpiresAt };
  }
}
