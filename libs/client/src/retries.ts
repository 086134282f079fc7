import { ApiError } from './api-error.js';
import type { Surroundings } from './surroundings.js';

/** How long a passing failure is waited for. */
export interface RetryPolicy {
  /** How often it is asked altogether, 1 for no retries. */
  readonly attempts: number;
  /** Milliseconds before the first retry, doubled for each further one; up to half of it is left off by chance. */
  readonly firstWait: number;
  /** The longest wait in milliseconds; what asks for more by `Retry-After` is given up. */
  readonly longestWait: number;
}

export const RETRIES: RetryPolicy = { attempts: 5, firstWait: 250, longestWait: 30_000 };

const PASSING: readonly (number | null)[] = [429, 502, 503, 504];

/** Asks again while what fails is passing; the last failure is thrown. */
export async function withRetries<Data>(
  ask: () => Promise<Data>,
  policy: RetryPolicy,
  surroundings: Surroundings,
  signal?: AbortSignal,
): Promise<Data> {
  let mayBeAtWork = false;
  for (let attempt = 1; ; attempt++)
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError) || attempt >= policy.attempts) throw error;
      if (!isPassing(error) && !(mayBeAtWork && error.code === 'CONFLICT')) throw error;
      const wait = waitAfter(error, attempt, policy, surroundings.random());
      if (wait > policy.longestWait) throw error;
      // What the answer was lost of may go on; then the same key is a conflict until it is done.
      if (error.status !== 429) mayBeAtWork = true;
      await surroundings.sleep(wait, signal);
    }
}

function isPassing({ code, status }: ApiError): boolean {
  return code === 'NO_ANSWER' || PASSING.includes(status);
}

function waitAfter(error: ApiError, attempt: number, policy: RetryPolicy, chance: number): number {
  const doubled = Math.min(policy.firstWait * 2 ** (attempt - 1), policy.longestWait);
  return Math.max(doubled * (1 - chance / 2), (error.retryAfter ?? 0) * 1000);
}
