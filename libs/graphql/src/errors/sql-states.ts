import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import type { Words } from '../words/words.js';
import { ApiError } from './api-error.js';
import type { ErrorCode } from './error-code.js';

/** A SQLSTATE, or its two-letter class, and what the client hears; the words of the code unless others are given. */
export type SqlStates = Readonly<Record<string, { code: ErrorCode; words?: Words }>>;

const UNAVAILABLE = { code: 'UNAVAILABLE' } as const;
const RACE = { code: 'CONFLICT' } as const;
const BAD_TEXT = { code: 'BAD_USER_INPUT', words: GRAPHQL_WORDS.unstorableText } as const;
const BAD_VALUE = { code: 'BAD_USER_INPUT', words: GRAPHQL_WORDS.malformedValue } as const;

/** What the database says when nobody is at fault; constraint names belong to the services. */
export const SQL_STATES: SqlStates = {
  '57014': UNAVAILABLE,
  '57P01': UNAVAILABLE,
  '57P03': UNAVAILABLE,
  '55P03': UNAVAILABLE,
  '53300': UNAVAILABLE,
  '08': UNAVAILABLE,
  '40001': RACE,
  '40P01': RACE,
  '23505': RACE,
  '23P01': RACE,
  '22003': BAD_VALUE,
  '22007': BAD_VALUE,
  '22008': BAD_VALUE,
  '22P02': BAD_VALUE,
  '22021': BAD_TEXT,
  '22P05': BAD_TEXT,
};

const POOL_IS_FULL = /timeout exceeded when trying to connect|Connection terminated|ECONNREFUSED|ECONNRESET/;

/** Null when the error is not the database's, or says something only a programmer should read. */
export function findDatabaseError(error: unknown, states: SqlStates): ApiError | null {
  const driver = driverError(error);
  if (driver === null) return null;
  const state = 'code' in driver && typeof driver.code === 'string' ? driver.code : '';
  const said = states[state] ?? (isSqlState(state) ? states[state.slice(0, 2)] : undefined);
  if (said !== undefined) return new ApiError(said.code, said.words);
  return POOL_IS_FULL.test(driver.message) ? new ApiError('UNAVAILABLE') : null;
}

function isSqlState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code);
}

/** TypeORM keeps the driver's error in `driverError`. */
function driverError(error: unknown): Error | null {
  if (!(error instanceof Error)) return null;
  if ('driverError' in error && error.driverError instanceof Error) return error.driverError;
  return error;
}
