import type { OidcSettings } from '#config';
import { ApiError } from '#graphql';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  type Configuration,
} from 'openid-client';
import { OIDC_WORDS } from './oidc.words.js';

const WITHIN_SECONDS = 5;
export const CALLBACK_PATH = '/sign-in/oidc/callback';

/** What was sent to the provider, by which its answer is known again. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface ProvenSubject {
  readonly issuer: string;
  readonly subject: string;
}

/** The provider of OpenID Connect that the operator has named: authorization code with PKCE, signatures checked. */
export class OidcProvider {
  private found: Promise<Configuration> | null = null;

  constructor(private readonly settings: OidcSettings) {}

  /** @throws ApiError UNAVAILABLE when the provider does not answer */
  async begin(): Promise<{ url: URL; secrets: Secrets }> {
    const config = await this.discover();
    const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(config, {
      redirect_uri: this.settings.publicUrl + CALLBACK_PATH,
      scope: this.settings.scopes,
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
    });
    return { url, secrets };
  }

  /**
   * Whom the provider has confirmed.
   * @throws ApiError BAD_REQUEST for an answer that is wrong in any way, UNAVAILABLE when the provider is away
   */
  async finish(search: string, { state, nonce, verifier }: Secrets): Promise<ProvenSubject> {
    const config = await this.discover();
    const url = new URL(this.settings.publicUrl + CALLBACK_PATH + search);
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    };
    const answer = await authorizationCodeGrant(config, url, checks).catch(tellApart);
    const claims = answer.claims();
    if (!claims) throw new ApiError('BAD_REQUEST', OIDC_WORDS.failed);
    return { issuer: claims.iss, subject: claims.sub };
  }

  /** Asked when it is first needed, so that a provider that is away keeps nobody from starting. */
  private discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const isPlain = new URL(issuer).protocol === 'http:';
    // The settings let plain HTTP pass on this machine alone.
    const execute = [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])];
    this.found ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute,
      timeout: WITHIN_SECONDS,
    }).catch(() => {
      this.found = null;
      throw new ApiError('UNAVAILABLE', OIDC_WORDS.away);
    });
    return this.found;
  }
}

/** What the provider has said, or how it was said, is wrong; else it is away. */
function tellApart(error: unknown): never {
  const isAway =
    (error instanceof ClientError &&
      /^OAUTH_(?:TIMEOUT|RESPONSE_IS_NOT_CONFORM)$/.test(String(error.code))) ||
    (error instanceof TypeError && error.message === 'fetch failed');
  if (isAway) throw new ApiError('UNAVAILABLE', OIDC_WORDS.away);
  const isWrong =
    error instanceof ClientError ||
    error instanceof ResponseBodyError ||
    error instanceof AuthorizationResponseError ||
    error instanceof WWWAuthenticateChallengeError ||
    error instanceof TypeError;
  throw isWrong ? new ApiError('BAD_REQUEST', OIDC_WORDS.failed) : error;
}
