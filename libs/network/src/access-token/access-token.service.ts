import { instantAt, localDayOf } from '#calendar';
import { ApiError, found, Refused, type Words } from '#graphql';
import type { TenantTransaction, TokenAccess } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { getRegionCode } from '../region/region-code.js';
import { timeZoneOf } from '../region/time-zone.js';
import { SessionService } from '../session/session.service.js';
import { AccessToken } from './access-token.entity.js';
import { TooManyAccessTokens } from './access-token.refusals.js';
import { ACCESS_TOKEN_WORDS } from './access-token.words.js';
import { makeTokenText } from './token-text.js';

/** Of one post, at a time. */
export const MOST_TOKENS = 20;
const LONGEST_DAYS = 366;

export interface TokenWish {
  readonly name: string;
  readonly access: TokenAccess;
  /** The last day on which it is valid. */
  readonly expiresOn: string;
}

/** A token with its text, which is shown this once. */
export interface NewToken {
  readonly token: string;
  readonly accessToken: AccessToken;
}

/** Makes and revokes the tokens with which programs act as the own post. */
@Injectable()
export class AccessTokenService {
  constructor(private readonly sessions: SessionService) {}

  /** @throws Refused when the post has as many as it may have */
  async create(tx: TenantTransaction, { name, access, expiresOn }: TokenWish): Promise<NewToken> {
    const zone = await timeZoneOf(tx);
    const last = Temporal.PlainDate.from(expiresOn);
    expectSoon(last, localDayOf(tx.now, zone));
    await this.expectRoom(tx);
    const { role, postId, personId } = tx.actor;
    if (role === 'SYSTEM' || role === 'ON_BEHALF') throw ApiError.forbidden();
    const session = await this.sessions.startForProgram(tx, access, instantAt(last, 1440, zone));
    const { text, hash } = makeTokenText(await getRegionCode(tx));
    const accessToken = await tx.insert(AccessToken, {
      id: session.id,
      personId: found(personId),
      postId: found(postId),
      role,
      name,
      access,
      secretHash: hash,
      createdAt: tx.now,
      expiresOn,
      lastUsedAt: null,
    });
    return { token: text, accessToken };
  }

  /** One of the own post; it is refused from now on. */
  async revoke(tx: TenantTransaction, id: string): Promise<AccessToken> {
    await hold(tx);
    const token = found(await tx.find(AccessToken, id));
    await tx.remove(AccessToken, token);
    await this.sessions.endForProgram(tx, id);
    return token;
  }

  /** Forgets those that are over. */
  private async expectRoom(tx: TenantTransaction): Promise<void> {
    const { regionId, now, actor } = tx;
    const postId = found(actor.postId);
    await hold(tx);
    await tx.query(
      `DELETE FROM access_token t WHERE t.region_id = $1 AND t.post_id = $2 AND t.id IN (
         SELECT s.id FROM session s WHERE s.region_id = $1 AND s.person_id = $3 AND s.access IS NOT NULL
           AND (s.ended_at IS NOT NULL OR s.expires_at <= $4))`,
      [regionId, postId, actor.personId, now],
    );
    const count = await tx.manager.countBy(AccessToken, { regionId, postId });
    if (count >= MOST_TOKENS) throw new Refused(new TooManyAccessTokens(MOST_TOKENS));
  }
}

/** Of two that make the last one at once the second finds no room, of two that revoke one the second finds none. */
async function hold(tx: TenantTransaction): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('access tokens ' || id, 0)) FROM post WHERE region_id = $1 AND id = $2`,
    [tx.regionId, tx.actor.postId],
  );
}

function expectSoon(last: Temporal.PlainDate, today: Temporal.PlainDate): void {
  const latest = today.add({ days: LONGEST_DAYS });
  if (Temporal.PlainDate.compare(last, today) < 0) refuse(ACCESS_TOKEN_WORDS.expiresInPast);
  if (Temporal.PlainDate.compare(last, latest) > 0)
    refuse(ACCESS_TOKEN_WORDS.expiresTooLate({ most: LONGEST_DAYS, last: latest.toString() }));
}

function refuse(message: Words): never {
  throw ApiError.badInput([{ path: 'input.expiresOn', message }]);
}
