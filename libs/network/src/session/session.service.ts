import { ApiError, found } from '#graphql';
import type { TenantTransaction, TokenAccess } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { makeRefreshToken } from '../code/code.js';
import { getRegionCode } from '../region/region-code.js';
import { RefreshToken } from './refresh-token.entity.js';
import { Session } from './session.entity.js';
import { expiryOf } from './session.policy.js';

/** A session and the token that prolongs it; its text is shown this once. */
export interface Continuation {
  session: Session;
  refreshToken: string;
}

/** Begins and ends sessions, each by and for the person whose session it is. */
@Injectable()
export class SessionService {
  /** Also forgets the tokens of this person's sessions that are over: nothing is left for them to open. */
  async start(tx: TenantTransaction, device: string | null): Promise<Continuation> {
    const personId = found(tx.actor.personId);
    await tx.query(
      `DELETE FROM refresh_token t WHERE t.region_id = $1 AND t.person_id = $2 AND t.session_id IN (
         SELECT s.id FROM session s WHERE s.region_id = $1 AND s.person_id = $2
           AND (s.ended_at IS NOT NULL OR s.expires_at <= $3))`,
      [tx.regionId, personId, tx.now],
    );
    const session = await tx.insert(Session, {
      id: tx.newId(),
      personId,
      device,
      startedAt: tx.now,
      expiresAt: expiryOf(tx.now, tx.now),
      endedAt: null,
      generation: 0,
      refreshedAt: null,
      access: null,
    });
    return this.continueThrough(tx, session, found(tx.actor.postId));
  }

  /** The same session, from now on through that post of the same person. */
  async switchPost(tx: TenantTransaction, postId: string): Promise<Continuation> {
    return this.continueThrough(tx, found(await tx.lock(Session, found(tx.actor.sessionId))), postId);
  }

  /** What an access token opens: nothing refreshes it. */
  startForProgram(tx: TenantTransaction, access: TokenAccess, expiresAt: Date): Promise<Session> {
    return tx.insert(Session, {
      id: tx.newId(),
      personId: found(tx.actor.personId),
      device: null,
      startedAt: tx.now,
      expiresAt,
      endedAt: null,
      generation: 0,
      refreshedAt: null,
      access,
    });
  }

  /** One of the person's own sign-ins; each of its tokens is refused from now on. */
  async end(tx: TenantTransaction, id: string): Promise<Session> {
    const session = found(await tx.lock(Session, id));
    // An access token is revoked by its own name, and leaves a line.
    if (session.access) throw ApiError.notFound();
    if (session.endedAt) return session;
    await tx.manager.update(Session, { regionId: tx.regionId, id }, { endedAt: tx.now });
    return Object.assign(session, { endedAt: tx.now });
  }

  async endForProgram(tx: TenantTransaction, id: string): Promise<void> {
    await tx.manager.update(Session, { regionId: tx.regionId, id, endedAt: IsNull() }, { endedAt: tx.now });
  }

  /** All but the one through which the person asks, access tokens too. */
  async endOthers(tx: TenantTransaction): Promise<void> {
    const { personId, sessionId } = tx.actor;
    await tx.manager.update(
      Session,
      {
        regionId: tx.regionId,
        personId: found(personId),
        id: Not(found(sessionId)),
        endedAt: IsNull(),
      },
      { endedAt: tx.now },
    );
  }

  private async continueThrough(
    tx: TenantTransaction,
    session: Session,
    postId: string,
  ): Promise<Continuation> {
    const { text, hash } = makeRefreshToken(await getRegionCode(tx));
    await tx.insert(RefreshToken, {
      id: tx.newId(),
      sessionId: session.id,
      personId: session.personId,
      postId,
      secretHash: hash,
      generation: session.generation,
      issuedAt: tx.now,
    });
    return { session, refreshToken: text };
  }
}
