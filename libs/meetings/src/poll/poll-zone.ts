import { Zone } from '#calendar';
import { ApiError } from '#graphql';
import { DATE_POLL_WORDS } from './date-poll.words.js';

/** An offset or a three-letter name does not know of summer time. */
const ZONE_NAME = /^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/;

/** @throws ApiError BAD_USER_INPUT for what is no IANA zone */
export function expectZone(zone: string): void {
  if (!isZone(zone)) throw ApiError.badInput([{ path: 'input.zone', message: DATE_POLL_WORDS.noZone }]);
}

function isZone(name: string): boolean {
  try {
    return ZONE_NAME.test(name) && Zone.of(name).name === name;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
