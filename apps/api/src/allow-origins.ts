import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long a browser remembers that it may ask, in seconds. */
const REMEMBERED = 7200;

/**
 * Lets pages of those origins ask with a token that they hold. Browsers send nothing by themselves, as there are no
 * cookies: a page reads what its token reads, and nothing more. Call it before routes are registered.
 */
export function allowOrigins(app: NestFastifyApplication, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.enableCors({
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['Authorization', 'Content-Type', 'Accept-Language', 'Idempotency-Key', 'X-Request-Id'],
    exposedHeaders: ['X-Request-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy', 'Idempotency-Replayed'],
    maxAge: REMEMBERED,
    strictPreflight: false,
  });
}
