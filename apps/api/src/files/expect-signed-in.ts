import { ApiError, type TenantContext } from '#graphql';
import type { Claims, Role } from '#tenancy';

/** Who may attach: the posts that act for a unit. */
export const ATTACHING: readonly Role[] = ['SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY'];

/** @throws ApiError UNAUTHENTICATED without a valid token */
export async function expectSignedIn(context: TenantContext): Promise<Claims> {
  const claims = await context.authenticate();
  if (!claims) throw ApiError.unauthenticated();
  return claims;
}
