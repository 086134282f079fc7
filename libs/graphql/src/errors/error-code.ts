/** Every `extensions.code` a client can meet, with the HTTP status it has when nothing was executed. */
export const HTTP_STATUS = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  TOO_COMPLEX: 400,
  UNAVAILABLE: 503,
  INTERNAL: 500,
  OPERATION_NOT_LISTED: 400,
  BAD_REQUEST: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  PERSISTED_QUERY_NOT_SUPPORTED: 200,
} as const;

export type ErrorCode = keyof typeof HTTP_STATUS;

/** Raised by Apollo about the request itself; their messages hold nothing of ours. */
const APOLLO_CODES: readonly ErrorCode[] = [
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];

export function isApolloCode(code: unknown): code is ErrorCode {
  return APOLLO_CODES.some((known) => known === code);
}
