import { FileService, FileStore, FileUploads } from '#files';
import {
  answerBadAddress,
  NodeRegistry,
  prepareGraphqlHttp,
  registerExplorer,
  RequestLimits,
  Upgrades,
} from '#graphql';
import { TokenVerifier } from '#network';
import { Clock, SystemClock, Tenancy } from '#tenancy';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { allowOrigins } from './allow-origins.js';
import { ApiModule, GRAPHQL_PATH, type ApiParts } from './api.module.js';
import { registerCalendarFeed } from './calendar-feed/register-calendar-feed.js';
import { contextOf } from './context-of.js';
import { registerEvaluationPages } from './evaluation-pages/register-evaluation-pages.js';
import { loadExplorerTabs } from './explorer-tabs.js';
import { registerExports } from './export/register-exports.js';
import { registerFiles } from './files/register-files.js';
import { registerHealth } from './health.js';
import { registerImports } from './import/register-imports.js';
import { observeRequests, observeTenancy } from './observe-requests.js';
import { loadOperations } from './load-operations.js';
import { registerMenuPage } from './menu-page/register-menu-page.js';
import { registerOidc } from './oidc/register-oidc.js';
import { registerPapers } from './papers/register-papers.js';
import {
  answerBadReviewAddress,
  isReviewAddress,
  registerReviewPage,
} from './review-page/register-review-page.js';
import { registerReviewSlips } from './review-page/register-review-slips.js';
import { registerRhythmPage } from './rhythm-page/register-rhythm-page.js';
import { serveLive } from './serve-live.js';
import { registerThreeLists } from './three-lists/register-three-lists.js';

/** The API with its routes, ready to listen or to be asked directly by tests. */
export async function createApi(parts: Omit<ApiParts, 'limits'>): Promise<NestFastifyApplication> {
  const { requestsPerMinute } = parts.config;
  const limits = new RequestLimits(requestsPerMinute, parts.clock ?? new SystemClock());
  const { log, signals } = parts;
  const listed = await loadOperations(parts.config);
  const adapter = new FastifyAdapter({
    trustProxy: parts.config.trustProxy,
    forceCloseConnections: 'idle',
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      isReviewAddress(request.url)
        ? answerBadReviewAddress(reply)
        : answerBadAddress(error, request, reply, { newId: randomUUID, log }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.with({ ...parts, limits }),
    adapter,
    {
      // Nest would log every refusal as an error; what fails is logged where errors leave.
      logger: false,
      abortOnError: false,
    },
  );
  allowOrigins(app, parts.config.allowedOrigins);
  const observer = signals && observeRequests(signals);
  const upgrades = new Upgrades();
  prepareGraphqlHttp(app, {
    path: GRAPHQL_PATH,
    newId: randomUUID,
    log,
    limits,
    operations: listed?.operations,
    observer,
    upgrades,
  });
  if (signals) app.get(Tenancy).tell(observeTenancy(signals));
  // It asks for the schema, and for whatever somebody types.
  if (!listed?.operations.isExclusive)
    registerExplorer(app, { endpoint: GRAPHQL_PATH, tabs: await loadExplorerTabs(app.get(Clock).now()) });
  const createContext = contextOf(app.get(Tenancy), app.get(TokenVerifier), app.get(NodeRegistry));
  registerExports(app, { createContext, log: parts.log, limits });
  registerEvaluationPages(app, { createContext, log: parts.log, limits });
  registerMenuPage(app, { createContext, log: parts.log, limits });
  registerRhythmPage(app, { createContext, log: parts.log, limits });
  registerThreeLists(app, { createContext, log: parts.log, limits });
  registerPapers(app, { createContext, log: parts.log, limits });
  registerCalendarFeed(app, { createContext, log: parts.log, limits });
  const { oidc } = parts.config;
  if (oidc) registerOidc(app, { oidc, log: parts.log, limits });
  registerReviewSlips(app, {
    createContext,
    log: parts.log,
    limits,
    publicUrl: parts.config.publicUrl,
  });
  await registerReviewPage(app, { log: parts.log, limits });
  registerHealth(app, parts.dataSource);
  await registerFiles(app, {
    contextOf: createContext,
    uploads: app.get(FileUploads),
    files: app.get(FileService),
    store: app.get(FileStore),
    log: parts.log,
    limits,
  });
  await registerImports(app, { contextOf: createContext, log: parts.log, limits });
  await app.init();
  try {
    listed?.check(app.get(GraphQLSchemaHost).schema);
  } catch (error) {
    await app.close();
    throw error;
  }
  serveLive(app, upgrades, {
    createContext,
    log,
    limits,
    operations: listed?.operations,
    observer,
    signals,
    bounds: parts.liveBounds,
  });
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
