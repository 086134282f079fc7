import { randomUUID } from 'node:crypto';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  ApiError,
  graphqlOptions,
  GraphqlRulesModule,
  prepareGraphqlHttp,
  registerExplorer,
  RequestLimits,
  SchemaDriver,
  type ErrorLog,
} from '#graphql';
import { FixedClock, type Role } from '#tenancy';
import { ToyResolver } from './toy.resolver.js';

export const logged: Parameters<ErrorLog>[0][] = [];
const log: ErrorLog = (entry) => void logged.push(entry);

// More than any test asks for: the clock of the limits stands still.
const limits = new RequestLimits({ address: 10_000, post: 10_000 }, new FixedClock('2026-11-23T09:00:00Z'));

const ROLES: Record<string, Role> = { officer: 'OFFICER', liaison: 'LIAISON' };

@Module({
  imports: [
    GraphqlRulesModule,
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: SchemaDriver,
      ...graphqlOptions({
        path: '/graphql',
        log,
        limits,
        createContext: ({ id, headers }) => ({
          requestId: String(id),
          authenticate: () => authenticate(headers.authorization),
        }),
      }),
    }),
  ],
  providers: [ToyResolver],
})
class ToyModule {}

async function authenticate(token: string | undefined): Promise<{ role: Role; postId: string } | null> {
  if (token === undefined) return null;
  const role = ROLES[token];
  if (role === undefined) throw ApiError.unauthenticated();
  return { role, postId: token };
}

/** A small real API over the library, without a database. */
export async function startToyApp(): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(ToyModule, new FastifyAdapter(), {
    logger: false,
  });
  prepareGraphqlHttp(app, { path: '/graphql', newId: randomUUID, log, limits });
  registerExplorer(app, { endpoint: '/graphql', tabs: [{ query: '{ toys { totalCount } }' }] });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions: {
        readonly code: string;
        readonly requestId: string;
        readonly fields?: { path: string }[];
      };
    }[];
  };
}

type Injected = Parameters<NestFastifyApplication['inject']>[0] & object;

export async function send(app: NestFastifyApplication, request: Injected): Promise<Answer> {
  const response = await app.inject({ method: 'POST', url: '/graphql', ...request });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

export function ask(
  app: NestFastifyApplication,
  query: string,
  variables = {},
  token?: string,
): Promise<Answer> {
  return send(app, {
    payload: { query, variables },
    headers: token === undefined ? {} : { authorization: token },
  });
}

/** `CODE` or `CODE path, path`. */
export function refusalOf({ body }: Answer): string {
  const error = body.errors?.[0];
  if (error === undefined) return 'no error';
  const paths = error.extensions.fields?.map(({ path }) => path).join(', ');
  return paths === undefined ? error.extensions.code : `${error.extensions.code} ${paths}`;
}
