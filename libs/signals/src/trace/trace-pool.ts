import type { Pool, PoolClient } from 'pg';
import { currentScope } from '../scope.js';
import { TracedConnection } from './traced-connection.js';

/**
 * Gives each transaction and each statement a span below the request or job that it serves. It listens below the
 * mapper, so that nothing goes past it; a pool that is not traced runs node-postgres as it came.
 */
export function tracePool(pool: Pool): void {
  const known = new WeakMap<PoolClient, TracedConnection>();
  pool.on('acquire', (client) => {
    const traced = known.get(client) ?? wrap(client);
    known.set(client, traced);
    traced.reset();
  });
}

function wrap(client: PoolClient): TracedConnection {
  const traced = new TracedConnection(() => currentScope()?.span ?? null);
  const send: unknown = Reflect.get(client, 'query');
  if (typeof send !== 'function') throw new Error('This client takes no queries.');
  const query = (...args: unknown[]): unknown =>
    traced.hear(textOf(args[0]), () => Reflect.apply(send, client, args));
  Object.assign(client, { query });
  return traced;
}

/** Of a statement its text alone; the parameters stay where they are. */
function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : '';
}
