import { Clock, ROLES, type Claims } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { SigningKeys } from './signing-keys.js';

export const ACCESS_TOKEN_MINUTES = 15;
/** Tokens whose signature need not be checked again: those of some thousand dashboards. */
const MOST_KNOWN = 10_000;
const ISSUER = 'lianjian';
const AUDIENCE = 'lianjian-api';

const Payload = z.object({
  exp: z.number(),
  sub: z.uuid(),
  sid: z.uuid(),
  region: z.uuid(),
  post: z.uuid(),
  role: z.enum(ROLES),
});

interface KnownToken {
  readonly kid: string;
  readonly claims: Claims;
  readonly expiresAt: number;
}

/** Issues and checks the short-lived proof of sign-in that each request carries (RFC 9068 in spirit, Ed25519). */
@Injectable()
export class SignInTokens {
  private readonly known = new Map<string, KnownToken>();

  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {}

  /** A token through one post, valid for 15 minutes from now. */
  async issue(claims: Claims & { sessionId: string }): Promise<{ token: string; expiresAt: Date }> {
    const { kid, key } = await this.keys.signing();
    const now = this.clock.now();
    const expiresAt = new Date(Math.floor(now.getTime() / 1000 + ACCESS_TOKEN_MINUTES * 60) * 1000);
    const token = await new SignJWT({
      sid: claims.sessionId,
      region: claims.regionId,
      post: claims.postId,
      role: claims.role,
    })
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt' })
      .setSubject(claims.personId)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(expiresAt)
      .sign(key);
    return { token, expiresAt };
  }

  /** What the token claims, or null for one that is forged, expired, malformed or not ours. */
  async verify(token: string): Promise<Claims | null> {
    try {
      // Checked once: the same text has the same signature. The key and the time are looked at each time.
      const known = this.known.get(token);
      const kid = known?.kid ?? decodeProtectedHeader(token).kid;
      const key = kid ? await this.keys.findVerifying(kid) : null;
      if (!kid || !key) return null;
      if (known) return known.expiresAt > this.clock.now().getTime() ? known.claims : null;
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['EdDSA'],
        typ: 'at+jwt',
        issuer: ISSUER,
        audience: AUDIENCE,
        currentDate: this.clock.now(),
      });
      const { sub, sid, region, post, role, exp } = Payload.parse(payload);
      const claims = { personId: sub, sessionId: sid, regionId: region, postId: post, role };
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      this.known.set(token, { kid, claims, expiresAt: exp * 1000 });
      return claims;
    } catch (error) {
      if (isTokenFault(error)) return null;
      throw error;
    }
  }
}

/** A fault of the token, as opposed to a database that could not be asked for its key. */
function isTokenFault(error: unknown): boolean {
  return error instanceof z.ZodError || error instanceof TypeError || isJoseError(error);
}

function isJoseError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J');
}
