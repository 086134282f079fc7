import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';

/** Live: the process answers. Ready: it can reach its database, and is not about to stop. */
export function registerHealth(app: NestFastifyApplication, dataSource: DataSource): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/health/live', () => ({ status: 'ok' }));
  fastify.get('/health/ready', async (_request, reply) => {
    try {
      await dataSource.query('SELECT 1');
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'unavailable', reason: 'The database does not answer.' });
    }
  });
}
