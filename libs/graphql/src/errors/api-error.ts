import { GraphQLError } from 'graphql';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import type { Language, Words } from '../words/words.js';
import { HTTP_STATUS, type ErrorCode } from './error-code.js';
import { ERROR_WORDS } from './error-words.js';

/** One field that was refused: `path` is dotted, list positions are numbers (`input.hours.0.from`). */
export interface FieldProblem {
  readonly path: string;
  readonly message: Words;
}

/** The one error that may be shown to a client: its words are written for the reader, in both languages. */
export class ApiError extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    readonly words: Words = ERROR_WORDS[code],
    readonly fields: readonly FieldProblem[] = [],
    /** Of HTTP, where nothing was executed. */
    readonly status: number = HTTP_STATUS[code],
  ) {
    super(words.en, { extensions: { code, http: { status } } });
    this.name = 'ApiError';
    // An answer, not a fault that is logged: finding its lines in the sources takes a twentieth of a refused request.
    if (code !== 'INTERNAL' && code !== 'UNAVAILABLE') this.stack = `${this.name}: ${this.message}`;
  }

  static badInput(fields: readonly FieldProblem[]): ApiError {
    const [first] = fields;
    const words = first && GRAPHQL_WORDS.fieldProblem({ path: first.path, problem: first.message });
    return new ApiError('BAD_USER_INPUT', words, fields);
  }

  /** Of many things in one act, `path` tells which. */
  static notFound(path?: string): ApiError {
    const problem = ERROR_WORDS.NOT_FOUND;
    return new ApiError(
      'NOT_FOUND',
      path === undefined ? problem : GRAPHQL_WORDS.fieldProblem({ path, problem }),
    );
  }

  static unauthenticated(words?: Words): ApiError {
    return new ApiError('UNAUTHENTICATED', words);
  }

  static forbidden(words?: Words): ApiError {
    return new ApiError('FORBIDDEN', words);
  }

  /** As it is written into an answer. */
  in(
    language: Language,
    requestId: string | undefined,
  ): {
    message: string;
    extensions: Record<string, unknown>;
  } {
    const { code } = this;
    const fields = this.fields.map(({ path, message }) => ({ path, message: message[language] }));
    const extensions = { code, requestId, ...(code === 'BAD_USER_INPUT' && { fields }) };
    return { message: this.words[language], extensions };
  }
}
