import { CannotSpeakFor, NotSignedIn } from '#tenancy';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { translateTechnical } from '../words/technical-words.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { ApiError, type FieldProblem } from './api-error.js';
import { isApolloCode } from './error-code.js';
import { currentRequest } from '../signals/request-record.js';
import { currentLanguage } from './request-scope.js';
import { findDatabaseError, SQL_STATES, type SqlStates } from './sql-states.js';

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
    const { message, extensions } = known.in(currentLanguage(), requestId);
    return { message, ...(locations && { locations }), ...(path && { path }), extensions };
  };
}

/** What a client may know of a thing that was thrown outside of Apollo. */
export function knownError(error: unknown): ApiError {
  return classify(error, { message: '' }, SQL_STATES);
}

/** What a client may know of any thrown thing. */
function classify(error: unknown, formatted: GraphQLFormattedError, states: SqlStates): ApiError {
  const cause = rootCause(error);
  if (cause instanceof ApiError) return cause;
  if (cause instanceof NotSignedIn) return ApiError.unauthenticated(GRAPHQL_WORDS.signInEnded);
  if (cause instanceof CannotSpeakFor) return refusalToSpeak(cause);
  const fields = formatted.extensions?.['fields'];
  if (isFieldProblems(fields)) return ApiError.badInput(fields);
  const code = formatted.extensions?.['code'];
  if (isApolloCode(code) && cause instanceof GraphQLError) {
    return new ApiError(code, translateTechnical(formatted.message));
  }
  return findDatabaseError(cause, states) ?? new ApiError('INTERNAL');
}

/** Of a unit that takes no part in one's networks nothing is told. */
function refusalToSpeak({ obstacle }: CannotSpeakFor): ApiError {
  if (obstacle === 'UNKNOWN') return ApiError.notFound();
  const { speaksForItself, speaksForSuspended } = GRAPHQL_WORDS;
  return ApiError.forbidden(obstacle === 'ITSELF' ? speaksForItself : speaksForSuspended);
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
