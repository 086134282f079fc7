import { API_CODES, ApiError, type AnswerError, type ErrorCode } from './api-error.js';
import type { RawAnswer } from './transport.js';

/** What a GraphQL server answers with. */
export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly AnswerError[];
}

/**
 * The data of an answer.
 * @throws ApiError when anything of it failed, or when it is none of ours.
 */
export function readData<Data>(raw: RawAnswer, now: number): Data {
  const answer = parseAnswer<Data>(raw);
  const status = raw.status;
  const retryAfter = readRetryAfter(raw.headers['retry-after'], now);
  if (answer === null)
    throw new ApiError('NOT_THE_API', `What answered with status ${status} is not the API.`, {
      status,
      retryAfter,
    });
  const { data, errors = [] } = answer;
  const [first] = errors;
  if (!first && data !== null && data !== undefined) return data;
  const requestId = first?.extensions?.requestId ?? raw.headers['x-request-id'];
  const message = first?.message ?? 'The answer holds neither data nor errors.';
  throw new ApiError(codeOf(first), message, { requestId, status, retryAfter, errors, data });
}

function parseAnswer<Data>({ body }: RawAnswer): Answer<Data> | null {
  try {
    const parsed: unknown = JSON.parse(body);
    const isAnswer =
      typeof parsed === 'object' && parsed !== null && ('data' in parsed || 'errors' in parsed);
    return isAnswer ? (parsed as Answer<Data>) : null;
  } catch {
    return null;
  }
}

// A code of a newer API is not known here; what failed is then the API's own.
function codeOf(error: AnswerError | undefined): ErrorCode {
  return API_CODES.find((code) => code === error?.extensions?.code) ?? 'INTERNAL';
}

/** Seconds, or the instant of a proxy. */
function readRetryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
