import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from './trace/tracing.js';

/** The request or job that is under way, wherever its code has got to. */
export interface Scope {
  /** Null while traces are off. */
  readonly span: Span | null;
}

const scopes = new AsyncLocalStorage<Scope>();

export function runInScope<T>(scope: Scope, work: () => T): T {
  return scopes.run(scope, work);
}

export function currentScope(): Scope | undefined {
  return scopes.getStore();
}
