import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { EXPLORER_PAGE, EXPLORER_POLICY, startScript, type ExplorerTab } from './explorer-page.js';

const ASSETS = [
  { route: 'graphiql.css', package: 'graphiql', file: 'graphiql.min.css', type: 'text/css' },
  { route: 'graphiql.js', package: 'graphiql', file: 'graphiql.min.js', type: 'text/javascript' },
  { route: 'react.js', package: 'react', file: 'umd/react.production.min.js', type: 'text/javascript' },
  {
    route: 'react-dom.js',
    package: 'react-dom',
    file: 'umd/react-dom.production.min.js',
    type: 'text/javascript',
  },
] as const;

/** GraphiQL under /explorer, from our own packages: it works without the internet. */
export function registerExplorer(
  app: NestFastifyApplication,
  { endpoint, tabs }: { endpoint: string; tabs: readonly ExplorerTab[] },
): void {
  const fastify = app.getHttpAdapter().getInstance();
  const script = startScript(endpoint, tabs);
  fastify.get('/explorer', (_request, reply) => send(reply, 'text/html', EXPLORER_PAGE));
  fastify.get('/explorer/start.js', (_request, reply) => send(reply, 'text/javascript', script));
  for (const asset of ASSETS) {
    fastify.get(`/explorer/${asset.route}`, async (_request, reply) => {
      void reply.header('cache-control', 'public, max-age=86400');
      return send(reply, asset.type, await readFile(join(folderOf(asset.package), asset.file)));
    });
  }
}

function send(reply: FastifyReply, type: string, body: string | Buffer): FastifyReply {
  return reply
    .header('content-security-policy', EXPLORER_POLICY)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .type(`${type}; charset=utf-8`)
    .send(body);
}

function folderOf(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}
