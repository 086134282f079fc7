import { createPublicKey, type KeyObject, type JsonWebKey } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import type { Pool } from 'pg';

/** What a token says of who asks. */
export interface Claims {
  readonly personId: string;
  readonly sessionId: string;
  readonly regionId: string;
  readonly postId: string;
}

/** Verifies tokens as the product does: same keys, same library, same claims. */
export class TokenCheck {
  private readonly keys: ReadonlyMap<string, KeyObject>;

  private constructor(keys: ReadonlyMap<string, KeyObject>) {
    this.keys = keys;
  }

  /** Reads the keys once: in a run nobody rotates them. */
  static async open(pool: Pool): Promise<TokenCheck> {
    const { rows } = await pool.query<{ kid: string; public_jwk: JsonWebKey }>(
      'SELECT kid, public_jwk FROM signing_key',
    );
    if (rows.length === 0) throw new Error('No signing key yet: somebody has to sign in first.');
    return new TokenCheck(
      new Map(rows.map(({ kid, public_jwk }) => [kid, createPublicKey({ key: public_jwk, format: 'jwk' })])),
    );
  }

  /** @throws for a header that carries no valid token */
  async verify(authorization: string | undefined): Promise<Claims> {
    const token = authorization?.replace(/^Bearer /, '') ?? '';
    const key = this.keys.get(decodeProtectedHeader(token).kid ?? '');
    if (!key) throw new Error('The token names no key of ours.');
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['EdDSA'],
      typ: 'at+jwt',
      issuer: 'lianjian',
      audience: 'lianjian-api',
    });
    const { sub, sid, region, post } = payload;
    return {
      personId: String(sub),
      sessionId: String(sid),
      regionId: String(region),
      postId: String(post),
    };
  }
}
