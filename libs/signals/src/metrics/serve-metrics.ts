import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { ConfigError, type Config } from '#config';
import { collectDefaultMetrics } from 'prom-client';
import type { Metrics } from './metrics.js';

/**
 * Answers /metrics on a port of its own, as the API's is for everybody. Null without METRICS_PORT.
 * @throws ConfigError when the port cannot be opened
 */
export async function serveMetrics(
  { metricsPort, metricsHost }: Pick<Config, 'metricsPort' | 'metricsHost'>,
  metrics: Metrics,
): Promise<{ close(): Promise<void> } | null> {
  if (metricsPort === null) return null;
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' && request.url === '/metrics';
    if (!isAsked) return void response.writeHead(404).end();
    metrics.registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, metricsPort, metricsHost);
  collectDefaultMetrics({ register: metrics.registry });
  return { close: () => close(server) };
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    await once(server.listen({ port, host }), 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new ConfigError([`METRICS_PORT and METRICS_HOST name what cannot be listened on (${code}).`]);
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
