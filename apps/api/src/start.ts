import { fastify } from 'fastify';
import type { Config } from '#config';

/** Placeholder: listens, and says that it is alive. */
export async function startApi(config: Config, _databaseUrl: string): Promise<{ close(): Promise<void> }> {
  const server = fastify();
  server.get('/health/live', () => ({ status: 'ok' }));
  await server.listen({ port: config.port, host: config.host });
  return { close: async () => server.close() };
}
