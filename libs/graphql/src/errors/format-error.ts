import { CannotSpeakFor, NotSignedIn } from '#tenancy';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ApiError, type FieldProblem } from './api-error.js';
import { isApolloCode } from './error-code.js';
import { currentRequestId } from './request-scope.js';
import { findDatabaseError, SQL_STATES, type SqlStates } from './sql-states.js';
import { plainMessage } from './plain-message.js';

/** Where errors go that a client only hears of as INTERNAL or UNAVAILABLE. */
export type ErrorLog = (entry: { requestId: string | undefined; code: string; error: unknown }) => void;

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** The only door by which an error leaves: what is not known by name leaves as INTERNAL. */
export function errorFormatter(log: ErrorLog, states: SqlStates = SQL_STATES): FormatError {
  return (formatted, error) => {
    const requestId = currentRequestId();
    const known = classify(error, formatted, states);
    if (known.code === 'INTERNAL' || known.code === 'UNAVAILABLE') {
      log({ requestId, code: known.code, error: rootCause(error) });
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
  if (cause instanceof CannotSpeakFor) return refusalToSpeak(cause);
  const fields = formatted.extensions?.['fields'];
  if (isFieldProblems(fields)) return ApiError.badInput(fields);
  const code = formatted.extensions?.['code'];
  if (isApolloCode(code) && cause instanceof GraphQLError) {
    return new ApiError(code, plainMessage(formatted.message));
  }
  return findDatabaseError(cause, states) ?? internalError();
}

/** Of a unit that takes no part in one's networks nothing is told. */
function refusalToSpeak({ obstacle, message }: CannotSpeakFor): ApiError {
  return obstacle === 'UNKNOWN' ? ApiError.notFound() : ApiError.forbidden(message);
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
