import { AsyncLocalStorage } from 'node:async_hooks';

const scope = new AsyncLocalStorage<string>();

/** Apollo formats errors without a context; the id of the request travels beside it. */
export function runInRequest(requestId: string, work: () => void): void {
  scope.run(requestId, work);
}

export function currentRequestId(): string | undefined {
  return scope.getStore();
}
