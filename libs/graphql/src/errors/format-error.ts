import { NotSignedIn } from '#tenancy';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { translateTechnical } from '../words/technical-words.js';
import { ApiError, type FieldProblem } from './api-error.js';
import { isApolloCode } from './error-code.js';
import { currentLanguage, currentRequestId } from './request-scope.js';
import { findDatabaseError, SQL_STATES, type SqlStates } from './sql-states.js';

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
    const { message, extensions } = known.in(currentLanguage(), requestId);
    return { message, ...(locations && { locations }), ...(path && { path }), extensions };
  };
}

/** What a client may know of any thrown thing. */
function classify(error: unknown, formatted: GraphQLFormattedError, states: SqlStates): ApiError {
  const cause = rootCause(error);
  if (cause instanceof ApiError) return cause;
  if (cause instanceof NotSignedIn) return ApiError.unauthenticated(GRAPHQL_WORDS.signInEnded);
  const fields = formatted.extensions?.['fields'];
  if (isFieldProblems(fields)) return ApiError.badInput(fields);
  const code = formatted.extensions?.['code'];
  if (isApolloCode(code) && cause instanceof GraphQLError) {
    return new ApiError(code, translateTechnical(formatted.message));
  }
  return findDatabaseError(cause, states) ?? new ApiError('INTERNAL');
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
