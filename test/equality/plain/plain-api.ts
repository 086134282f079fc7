import { Config } from '#config';
import { errorFormatter, NodeRegistry, RequestLimits, TenantContext } from '#graphql';
import { SignInTokens } from '#network';
import { Reader, ReadsModule } from '#reads';
import { Tenancy } from '#tenancy';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { execute, parse, type GraphQLError, type GraphQLSchema } from 'graphql';
import { ApiModule } from '../../../apps/api/src/api.module.js';
import { READ_TYPES } from '../../../apps/api/src/read-types.js';
import type { TestApi } from '../../support/test-api.js';
import type { AnswerError } from '../../support/test-client.js';
import { PlainReader } from './plain-reader.js';
import { makePlain } from './plain-schema.js';
import { PlainTables } from './plain-tables.js';

/** What a plain execution knows: each field stands or fails for itself. */
export interface PlainAnswer {
  readonly data: Record<string, unknown>;
  readonly errors: readonly AnswerError[];
  /** The paths, joined by dots, at which there must be something. */
  readonly nonNull: ReadonlySet<string>;
}

/** The same API on the same database, put together with the plain reader in place of the one under test. */
export class PlainApi {
  private readonly format = errorFormatter(() => {});

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly schema: GraphQLSchema,
  ) {}

  static async start({ app: tested, dataSource, clock }: TestApi): Promise<PlainApi> {
    const reader = new PlainReader(new PlainTables(dataSource));
    const config = tested.get(Config);
    const limits = new RequestLimits(config.requestsPerMinute, clock);
    const whole = ApiModule.with({ config, dataSource, clock, limits, log: () => {} });
    const imports = (whole.imports ?? []).map((one) => (isReads(one) ? readsWith(reader) : one));
    const app = await NestFactory.create<NestFastifyApplication>(
      { ...whole, imports },
      new FastifyAdapter(),
      {
        logger: false,
        abortOnError: false,
      },
    );
    await app.init();
    const { schema } = app.get(GraphQLSchemaHost);
    makePlain(schema, READ_TYPES, reader);
    return new PlainApi(app, schema);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  async ask(document: string, variableValues: Record<string, unknown>, token: string): Promise<PlainAnswer> {
    const context = this.contextOf(token);
    const nonNull = new Set<string>();
    const contextValue = Object.assign(context, { nonNull });
    const answer = await execute({
      schema: this.schema,
      document: parse(document),
      contextValue,
      variableValues,
    });
    await context.close();
    const errors = (answer.errors ?? []).map((error) => this.asAnswered(error));
    // As it is sent.
    const data = JSON.parse(JSON.stringify(answer.data ?? {})) as PlainAnswer['data'];
    return { data, errors, nonNull };
  }

  private asAnswered(error: GraphQLError): AnswerError {
    return JSON.parse(JSON.stringify(this.format(error.toJSON(), error))) as AnswerError;
  }

  private contextOf(token: string): TenantContext {
    const [tokens, nodes] = [this.app.get(SignInTokens), this.app.get(NodeRegistry)];
    return new TenantContext({
      requestId: 'plain',
      address: '127.0.0.1',
      token,
      verify: (one) => tokens.verify(one),
      tenancy: this.app.get(Tenancy),
      findNode: (tx, id) => nodes.find(tx, id),
    });
  }
}

function isReads(one: unknown): boolean {
  return (one as DynamicModule).module === ReadsModule;
}

function readsWith(reader: PlainReader): DynamicModule {
  return {
    module: ReadsModule,
    global: true,
    providers: [{ provide: Reader, useValue: reader }],
    exports: [Reader],
  };
}
