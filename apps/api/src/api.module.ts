import { Config, ConfigModule } from '#config';
import { DatabaseModule } from '#database';
import { EvaluationsModule } from '#evaluations';
import { FilesModule } from '#files';
import {
  graphqlOptions,
  GraphqlRulesModule,
  NodeRegistry,
  SchemaDriver,
  type ErrorLog,
  type LiveBounds,
  type RequestLimits,
} from '#graphql';
import { LiveModule } from '#live';
import { MeetingsModule } from '#meetings';
import { WebhooksModule } from '#webhooks';
import { MenusModule } from '#menus';
import { NeedsModule } from '#needs';
import { TokenVerifier, NetworkModule } from '#network';
import { attachReads, Reader, ReadsModule } from '#reads';
import { ResourcesModule } from '#resources';
import { READ_TYPES } from './read-types.js';
import type { Signals } from '#signals';
import { Tenancy, TenancyModule, type TenancySettings } from '#tenancy';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { DataSource } from 'typeorm';
import { contextOf } from './context-of.js';

export const GRAPHQL_PATH = '/graphql';

export interface ApiParts extends TenancySettings {
  config: Config;
  dataSource: DataSource;
  log: ErrorLog;
  /** None where nobody looks: requests then leave no line, figure or trace. */
  signals?: Signals;
  limits: RequestLimits;
  /** Of subscriptions; the usual ones unless given. */
  liveBounds?: Partial<LiveBounds>;
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
        ReadsModule.with(READ_TYPES),
        FilesModule,
        NetworkModule,
        ResourcesModule,
        NeedsModule,
        MeetingsModule,
        WebhooksModule,
        MenusModule,
        EvaluationsModule,
        LiveModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: SchemaDriver,
          imports: [NetworkModule],
          inject: [Tenancy, TokenVerifier, NodeRegistry, Reader],
          useFactory: (tenancy: Tenancy, tokens: TokenVerifier, nodes: NodeRegistry, reader: Reader) =>
            graphqlOptions({
              path: GRAPHQL_PATH,
              log,
              limits,
              executor: config.graphqlExecutor,
              attach: (schema) => attachReads(schema, reader),
              createContext: contextOf(tenancy, tokens, nodes),
            }),
        }),
      ],
    };
  }
}
