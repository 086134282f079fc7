import { ApiError } from './api-error.js';

/** The thing itself; throws NOT_FOUND alike for what is missing and for what this actor may not see. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw ApiError.notFound();
  return thing;
}
