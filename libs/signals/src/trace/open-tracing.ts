import type { Logger } from 'pino';
import type { Tracing } from './tracing.js';

/** Null without an endpoint; then none of the packages is loaded, which takes half a second and 18 MB. */
export async function openTracing(
  endpoint: string | null,
  service: string,
  log: Logger,
): Promise<Tracing | null> {
  if (endpoint === null) return null;
  const { OtlpTracing } = await import('./otlp-tracing.js');
  return new OtlpTracing(endpoint, service, log);
}
