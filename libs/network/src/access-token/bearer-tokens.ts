import type { Claims } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../sign-in/access-tokens.js';
import { TokenBearers } from './token-bearers.js';
import { TOKEN_PREFIX } from './token-text.js';

/** What a request may bear: the proof of a sign-in, or an access token that a person has made for a program. */
@Injectable()
export class BearerTokens {
  constructor(
    private readonly signedIn: AccessTokens,
    private readonly programs: TokenBearers,
  ) {}

  /** What the token claims, or null for one that is forged, expired, malformed or not ours. */
  verify(token: string): Promise<Claims | null> {
    return token.startsWith(TOKEN_PREFIX) ? this.programs.verify(token) : this.signedIn.verify(token);
  }
}
