import type { Fetch } from '#client';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Asks an API that does not listen, as `fetch` asks one that does. */
export function fetchFrom(app: NestFastifyApplication): Fetch {
  return async (url, { method, headers, body }) => {
    const response = await app.inject({ method, url, headers, payload: body });
    return {
      status: response.statusCode,
      headers: new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
      text: async () => response.body,
    };
  };
}
