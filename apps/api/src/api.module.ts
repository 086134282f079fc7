import { Config, ConfigModule } from '#config';
import { DatabaseModule } from '#database';
import {
  graphqlOptions,
  GraphqlRulesModule,
  NodeRegistry,
  TenantContext,
  type ErrorLog,
  type RequestLimits,
} from '#graphql';
import { AccessTokens, NetworkModule } from '#network';
import { ResourcesModule } from '#resources';
import type { Signals } from '#signals';
import { Tenancy, TenancyModule, type TenancySettings } from '#tenancy';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';

export const GRAPHQL_PATH = '/graphql';

export interface ApiParts extends TenancySettings {
  config: Config;
  dataSource: DataSource;
  log: ErrorLog;
  /** None where nobody looks: requests then leave no line, figure or trace. */
  signals?: Signals;
  limits: RequestLimits;
}

/** Puts the libraries together behind GraphQL. */
@Module({})
export class ApiModule {
  static with({ config, dataSource, log, limits, ...settings }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(dataSource),
        TenancyModule.with(settings),
        GraphqlRulesModule,
        NetworkModule,
        ResourcesModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [NetworkModule],
          inject: [Tenancy, AccessTokens, NodeRegistry],
          useFactory: (tenancy: Tenancy, tokens: AccessTokens, nodes: NodeRegistry) =>
            graphqlOptions({
              path: GRAPHQL_PATH,
              log,
              limits,
              createContext: contextOf(tenancy, tokens, nodes),
            }),
        }),
      ],
    };
  }
}

/** Who asks is found out from the token when it is needed. */
export function contextOf(
  tenancy: Tenancy,
  tokens: AccessTokens,
  nodes: NodeRegistry,
): (request: FastifyRequest) => TenantContext {
  return (request) =>
    new TenantContext({
      requestId: String(request.id),
      address: request.ip,
      token: bearerOf(request.headers.authorization),
      verify: (token) => tokens.verify(token),
      tenancy,
      findNode: (tx, id) => nodes.find(tx, id),
    });
}

/** RFC 6750; anything else in the header is a token that is not ours. */
function bearerOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
}
