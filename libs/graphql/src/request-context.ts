import type { Role } from '#tenancy';

/** The least that the platform needs of a context: who asks is only found out when somebody needs to know. */
export interface RequestContext {
  readonly requestId: string;
  /** Memoised. Null without a token; throws ApiError UNAUTHENTICATED for a bad one. */
  authenticate(): Promise<{ role: Role; postId: string } | null>;
  /** Called when the answer stands. */
  close?(): Promise<void>;
}
