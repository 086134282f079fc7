/** One provider of OpenID Connect, and this platform as its client. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  /** Where the browser goes with the code in the end: one page, so that nobody can send it elsewhere. */
  readonly returnUrl: string;
  /** The origin to which the provider sends the browser back. */
  readonly publicUrl: string;
}

interface Given {
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_CLIENT_ID?: string | undefined;
  readonly OIDC_CLIENT_SECRET?: string | undefined;
  readonly OIDC_SCOPES: string;
  readonly OIDC_RETURN_URL?: string | undefined;
  readonly PUBLIC_URL?: string | undefined;
}

/** Null when no provider is named. */
export function oidcSettingsOf(given: Given): OidcSettings | null {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_RETURN_URL: returnUrl,
    OIDC_SCOPES: scopes,
    PUBLIC_URL: publicUrl,
  } = given;
  if (!issuer || !clientId || !clientSecret || !returnUrl || !publicUrl) return null;
  return { issuer, clientId, clientSecret, scopes, returnUrl, publicUrl };
}

/** Half a setting would look as if people could sign in. */
export function isOidcHalfSet(given: Given): boolean {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_RETURN_URL } = given;
  const isAny = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_RETURN_URL].some(Boolean);
  return isAny && oidcSettingsOf(given) === null;
}

/** What is proved is proved over TLS; on the machine itself nobody listens. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, hash } = new URL(text);
  const isSafe =
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
  return isSafe && username === '' && hash === '';
}
