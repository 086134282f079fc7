import type { Claims } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { SignInTokens } from '../sign-in/sign-in-tokens.js';
import { ProgramTokens } from './program-tokens.js';
import { TOKEN_PREFIX } from './token-text.js';

/** What a request may bear: the proof of a sign-in, or an access token that a person has made for a program. */
@Injectable()
export class TokenVerifier {
  constructor(
    private readonly signedIn: SignInTokens,
    private readonly programs: ProgramTokens,
  ) {}

  /** What the token claims, or null for one that is forged, expired, malformed or not ours. */
  verify(token: string): Promise<Claims | null> {
    return token.startsWith(TOKEN_PREFIX) ? this.programs.verify(token) : this.signedIn.verify(token);
  }
}
