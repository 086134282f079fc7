import { ApiError } from '#graphql';
import { LACK_WORDS } from './rhythm-lack.words.js';

/** @throws ApiError BAD_USER_INPUT for a year that is none of ours; none given is the present one */
export function expectYear(year: number | null | undefined): void {
  if (typeof year !== 'number' || (Number.isInteger(year) && year >= 2000 && year <= 2199)) return;
  throw ApiError.badInput([{ path: 'year', message: LACK_WORDS.year }]);
}
