/** Every `extensions.code` of the API. */
export const API_CODES = [
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'CONFLICT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL',
  'NOT_FOUND',
  'OPERATION_NOT_LISTED',
  'OPERATION_RESOLUTION_FAILURE',
  'PAYLOAD_TOO_LARGE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'TOO_COMPLEX',
  'TOO_MANY_REQUESTS',
  'UNAUTHENTICATED',
  'UNAVAILABLE',
] as const;

/** NO_ANSWER: nothing came back, so that a mutation may have been done. NOT_THE_API: something else answered. */
export type ErrorCode = (typeof API_CODES)[number] | 'NO_ANSWER' | 'NOT_THE_API';

/** One entry of `errors` in an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly requestId?: string;
    readonly fields?: readonly BadField[];
  };
}

/** A value that was wrong: where it stands, and why, in the language that was asked for. */
export interface BadField {
  readonly path: string;
  readonly message: string;
}

interface Particulars {
  readonly requestId?: string | undefined;
  readonly status?: number | undefined;
  readonly retryAfter?: number | undefined;
  readonly errors?: readonly AnswerError[];
  readonly data?: unknown;
  readonly cause?: unknown;
}

/** What is no answer and no refusal. Branch on `code`, never on `message`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** Finds the request in the operator's log. */
  readonly requestId: string | null;
  /** Null when nothing came back. */
  readonly status: number | null;
  /** Seconds after which it may be tried again, if the API said so. */
  readonly retryAfter: number | null;
  /** All that failed; `code`, `path` and `fields` are those of the first. */
  readonly errors: readonly AnswerError[];
  readonly path: readonly (string | number)[];
  readonly fields: readonly BadField[];
  /** What was answered beside the errors; null when nothing was. */
  readonly data: unknown;

  constructor(
    readonly code: ErrorCode,
    message: string,
    { requestId, status, retryAfter, errors = [], data = null, cause }: Particulars = {},
  ) {
    super(message, { cause });
    this.requestId = requestId ?? null;
    this.status = status ?? null;
    this.retryAfter = retryAfter ?? null;
    this.errors = errors;
    this.path = errors[0]?.path ?? [];
    this.fields = errors[0]?.extensions?.fields ?? [];
    this.data = data;
  }
}
