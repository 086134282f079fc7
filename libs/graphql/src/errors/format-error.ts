import { NotSignedIn } from '#tenancy';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ApiError, type FieldProblem } from './api-error.js';
import { isApolloCode } from './error-code.js';
import { currentRequest } from '../signals/request-record.js';
import { findDatabaseError, SQL_STATES, type SqlStates } from './sql-states.js';
import { plainMessage } from './plain-message.js';

/** Where errors go that a client only hears of as INTERNAL or UNAVAILABLE. */
export type ErrorLog = (entry: {
  readonly requestId: string | undefined;
  readonly code: string;
  readonly error: unknown;
  /** What the client wrote, to be struck out of the error. */
  readonly sent: readonly string[];
}) => void;

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** The only door by which an error leaves: what is not known by name leaves as INTERNAL. */
export function errorFormatter(log: ErrorLog, states: SqlStates = SQL_STATES): FormatError {
  return (formatted, error) => {
    const request = currentRequest();
    const requestId = request?.requestId;
    const known = classify(error, formatted, states);
    request?.errors.push(known.code);
    if (known.code === 'INTERNAL' || known.code === 'UNAVAILABLE') {
      log({ requestId, code: known.code, error: rootCause(error), sent: request?.listSent() ?? [] });
    }
    const { locations, path } = formatted;
    return {
      message: known.message,
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: extensionsOf(known, requestId),
    };
  };
}

export function extensionsOf(error: ApiError, requestId: string | undefined): Record<string, unknown> {
  const { code, fields } = error;
  return { code, requestId, ...(code === 'BAD_USER_INPUT' && { fields }) };
}

/** What a client may know of any thrown thing. */
function classify(error: unknown, formatted: GraphQLFormattedError, states: SqlStates): ApiError {
  const cause = rootCause(error);
  if (cause instanceof ApiError) return cause;
  if (cause instanceof NotSignedIn) return ApiError.unauthenticated(cause.message);
  const fields = formatted.extensions?.['fields'];
  if (isFieldProblems(fields)) return ApiError.badInput(fields);
  const code = formatted.extensions?.['code'];
  if (isApolloCode(code) && cause instanceof GraphQLError) {
    return new ApiError(code, plainMessage(formatted.message));
  }
  return findDatabaseError(cause, states) ?? internalError();
}

export function internalError(): ApiError {
  return new ApiError('INTERNAL', 'Something went wrong on our side; the request id finds it in the log.');
}

function isFieldProblems(value: unknown): value is FieldProblem[] {
  return Array.isArray(value) && value.length > 0;
}

function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && !(cause instanceof ApiError) && cause.originalError) {
    cause = cause.originalError;
  }
  return cause;
}
