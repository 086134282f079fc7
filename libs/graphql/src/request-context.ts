import type { KeyedRequest, Role } from '#tenancy';

/** The least that the platform needs of a context: who asks is only found out when somebody needs to know. */
export interface RequestContext {
  readonly requestId: string;
  /** Memoised. Null without a token; throws ApiError UNAUTHENTICATED for a bad one. */
  authenticate(): Promise<{ role: Role; postId: string } | null>;
  /** Called when the answer stands, with its JSON. */
  close?(answer?: string): Promise<void>;
  /** Makes the request one that acts once; absent where nothing is acted on. */
  keyWith?(request: KeyedRequest): void;
  /** What a repetition is answered with. */
  readonly firstAnswer?: string | null;
}
