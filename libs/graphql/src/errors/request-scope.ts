import { AsyncLocalStorage } from 'node:async_hooks';
import type { Allowance } from '../limits/request-limit.js';
import type { Language } from '../words/words.js';

/** What is known of a request before anybody has read it. */
export interface RequestFacts {
  readonly requestId: string;
  readonly language: Language;
  /** What is left to its address. */
  readonly allowance: Allowance | null;
}

const scope = new AsyncLocalStorage<RequestFacts>();

/** Apollo formats errors without a context; the id and language of the request travel beside it. */
export function runInRequest(facts: RequestFacts, work: () => void): void {
  scope.run(facts, work);
}

export function currentRequest(): RequestFacts | undefined {
  return scope.getStore();
}

export function currentRequestId(): string | undefined {
  return scope.getStore()?.requestId;
}

/** English outside of a request. */
export function currentLanguage(): Language {
  return scope.getStore()?.language ?? 'en';
}
