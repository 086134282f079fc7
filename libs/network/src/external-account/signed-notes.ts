import { Clock } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { decodeProtectedHeader, errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { SigningKeys } from '../sign-in/signing-keys.js';

const ISSUER = 'lianjian';

/** What one step of a sign-in from outside tells the next, by way of the browser: signed, for one purpose, for minutes. */
@Injectable()
export class SignedNotes {
  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {}

  async sign(purpose: string, payload: JWTPayload, minutes: number): Promise<string> {
    const { kid, key } = await this.keys.signing();
    const now = this.clock.now();
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: purpose })
      .setIssuer(ISSUER)
      .setIssuedAt(now)
      .setExpirationTime(new Date(now.getTime() + minutes * 60_000))
      .sign(key);
  }

  /** Null for what is forged, over, malformed, or was signed for another purpose. */
  async read(purpose: string, note: string): Promise<JWTPayload | null> {
    try {
      const { kid } = decodeProtectedHeader(note);
      const key = kid ? await this.keys.findVerifying(kid) : null;
      if (!key) return null;
      const expected = { algorithms: ['EdDSA'], typ: purpose, issuer: ISSUER, currentDate: this.clock.now() };
      return (await jwtVerify(note, key, expected)).payload;
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
      throw error;
    }
  }
}
