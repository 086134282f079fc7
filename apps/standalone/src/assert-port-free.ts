import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '#config';

/**
 * Fails as listening would, before a database is touched: a second start by mistake must not migrate
 * what the first one runs on.
 */
export async function assertPortFree({ port, host }: Config): Promise<void> {
  const probe = createServer().listen({ port, host });
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
