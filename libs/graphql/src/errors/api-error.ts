import { GraphQLError } from 'graphql';
import { HTTP_STATUS, type ErrorCode } from './error-code.js';

/** One field that was refused: `path` is dotted, list positions are numbers (`input.hours.0.from`). */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** The one error that may be shown to a client as it is: its message is written for the reader. */
export class ApiError extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message, { extensions: { code, http: { status: HTTP_STATUS[code] } } });
    this.name = 'ApiError';
  }

  static badInput(fields: readonly FieldProblem[]): ApiError {
    const [first] = fields;
    const message = first === undefined ? 'The input was refused.' : `${first.path}: ${first.message}`;
    return new ApiError('BAD_USER_INPUT', message, fields);
  }

  /** One wording for what is missing and for what may not be seen, so that nothing is told. */
  static notFound(): ApiError {
    return new ApiError('NOT_FOUND', 'There is no such thing, or it is not yours to see.');
  }

  static unauthenticated(message = 'Sign in first.'): ApiError {
    return new ApiError('UNAUTHENTICATED', message);
  }

  static forbidden(message = 'Your post may not do this.'): ApiError {
    return new ApiError('FORBIDDEN', message);
  }
}
