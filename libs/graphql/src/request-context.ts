import type { KeyedRequest, Role, TokenAccess } from '#tenancy';

/** The least that the platform needs of a context: who asks is only found out when somebody needs to know. */
export interface RequestContext {
  readonly requestId: string;
  /** Memoised. Null without a token; throws ApiError UNAUTHENTICATED for a bad one. */
  authenticate(): Promise<{ role: Role; postId: string; access?: TokenAccess } | null>;
  /** Called when the answer stands, with a way to its JSON. */
  close?(answer?: () => string): Promise<void>;
  /** Told how many root fields a query has: when all are read, its snapshot may end. */
  expectFields?(count: number): void;
  /** The header `Idempotency-Key` as it came, empty too; undefined without one. */
  sentKey?: string;
  /** Makes the request one that acts once; absent where nothing is acted on. */
  keyWith?(request: KeyedRequest): void;
  /** The unit on whose behalf the next act is recorded; null for none. Mutation fields run one after the other. */
  recordFor?(unitId: string | null): void;
  /** What the next act answers as, when it is only tried; null for one that is meant. */
  tryNext?(field: string | null): void;
  /** The fields of the answer that were only tried. */
  readonly tried?: readonly string[];
  /** The id of a thing of which the answer tells something; absent where answers are not kept. */
  readonly noteShown?: ((globalId: string) => void) | undefined;
  /** A value of the answer that is not to be kept. */
  noteSecret?(value: string): void;
  /** What a repetition is answered with. */
  readonly firstAnswer?: string | null;
}
