import { Clock, type Claims } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Bearers, type Bearer } from '../code/bearers.js';
import { AccessToken } from './access-token.entity.js';
import { readTokenText } from './token-text.js';

/** How exactly the last use of a token is known; in between its use writes nothing. */
const NOTED_EVERY_MS = 10 * 60_000;
/** Tokens that need not be looked up again: those of some thousand dashboards. */
const MOST_KNOWN = 10_000;

interface KnownToken {
  readonly claims: Claims;
  readonly notedAt: number;
}

/** Says as whom a program acts that bears an access token, and notes that it was used. */
@Injectable()
export class ProgramTokens {
  private readonly known = new Map<string, KnownToken>();

  constructor(
    private readonly bearers: Bearers,
    private readonly clock: Clock,
  ) {}

  /**
   * As whom, or null for a text that is no token. What is known is looked up and noted again after ten minutes: whether
   * the post is held and the token goes on, each transaction asks the database when it enters.
   */
  async verify(text: string): Promise<Claims | null> {
    const now = this.clock.now();
    const known = this.known.get(text);
    if (known && Math.abs(now.getTime() - known.notedAt) < NOTED_EVERY_MS) return known.claims;
    this.known.delete(text);
    const claims = await this.use(text, now);
    if (!claims) return null;
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(text, { claims, notedAt: now.getTime() });
    return claims;
  }

  private async use(text: string, now: Date): Promise<Claims | null> {
    const sought = readTokenText(text);
    return sought && this.bearers.admitSought(sought, (bearer) => this.note(bearer, now));
  }

  private async note({ manager, regionId, hash }: Bearer, now: Date): Promise<Claims | null> {
    const token = await manager.findOneBy(AccessToken, { regionId, secretHash: hash });
    if (!token) return null;
    // Another process may have noted it already.
    await manager.query(
      `UPDATE access_token SET last_used_at = $3 WHERE region_id = $1 AND secret_hash = $2
         AND (last_used_at IS NULL OR last_used_at <= $4)`,
      [regionId, hash, now, new Date(now.getTime() - NOTED_EVERY_MS)],
    );
    const { id: sessionId, personId, postId, role, access } = token;
    return { regionId, personId, postId, role, sessionId, access };
  }
}
