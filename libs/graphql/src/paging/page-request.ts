import { createHash } from 'node:crypto';
import { ApiError, type FieldProblem } from '../errors/api-error.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import type { Words } from '../words/words.js';
import { DEFAULT_PAGE, LONGEST_PAGE, type ConnectionArgs } from './connection.args.js';
import { findCursorKeys } from './cursor.js';

/** One column of an order, e.g. `{ expression: 'offer.title', direction: 'ASC' }`; it must never be null. */
export interface KeysetColumn {
  readonly expression: string;
  readonly direction: 'ASC' | 'DESC';
}

/** A list in one order. The last column must be unique, or rows are lost between two pages. */
export interface KeysetList {
  readonly name: string;
  readonly order: readonly [KeysetColumn, ...KeysetColumn[]];
}

/** A checked wish for one page. */
export interface PageRequest {
  readonly size: number;
  readonly backwards: boolean;
  /** The keys of the entry to go on from. */
  readonly from: readonly string[] | null;
}

/** What a cursor is bound to: a short mark of the list and its order. */
export function cursorScope({ name, order }: KeysetList): string {
  const text = [name, ...order.map(({ expression, direction }) => `${expression} ${direction}`)].join('\n');
  return createHash('md5').update(text).digest('base64url').slice(0, 8);
}

/** Throws BAD_USER_INPUT with a path for each misuse. */
export function readPage(args: ConnectionArgs, list: KeysetList): PageRequest {
  const { first, after, last, before } = args;
  const backwards = given(last);
  const cursor = backwards ? before : after;
  const keys = given(cursor) ? findCursorKeys(cursorScope(list), cursor) : null;
  const from = keys?.length === list.order.length ? keys : null;
  const problems = [
    ...refuse('first', given(first) && !isSize(first), GRAPHQL_WORDS.pageSize({ most: LONGEST_PAGE })),
    ...refuse('last', given(last) && !isSize(last), GRAPHQL_WORDS.pageSize({ most: LONGEST_PAGE })),
    ...refuse('last', given(first) && given(last), GRAPHQL_WORDS.firstOrLast),
    ...refuse('before', given(before) && !backwards, GRAPHQL_WORDS.beforeWithLast),
    ...refuse('after', given(after) && backwards, GRAPHQL_WORDS.afterWithFirst),
    ...refuse(backwards ? 'before' : 'after', given(cursor) && from === null, GRAPHQL_WORDS.foreignCursor),
  ];
  if (problems.length > 0) throw ApiError.badInput(problems);
  return { size: last ?? first ?? DEFAULT_PAGE, backwards, from };
}

function refuse(path: string, when: boolean, message: Words): FieldProblem[] {
  return when ? [{ path, message }] : [];
}

function given<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function isSize(size: number): boolean {
  return size >= 1 && size <= LONGEST_PAGE;
}
