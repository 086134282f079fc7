import { ApiError, GRAPHQL_WORDS, type TenantContext } from '#graphql';
import type { Claims, Role } from '#tenancy';

/** Who may attach: the posts that act for a unit. */
const ATTACHING: readonly Role[] = ['SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY'];

/** @throws ApiError FORBIDDEN for whoever does not act for a unit, or bears a token that only reads */
export function expectMaySend({ role, access }: Claims): void {
  if (access === 'READ') throw ApiError.forbidden(GRAPHQL_WORDS.tokenOnlyReads);
  if (!ATTACHING.includes(role)) throw ApiError.forbidden();
}

/** @throws ApiError UNAUTHENTICATED without a valid token */
export async function expectSignedIn(context: TenantContext): Promise<Claims> {
  const claims = await context.authenticate();
  if (!claims) throw ApiError.unauthenticated();
  return claims;
}
