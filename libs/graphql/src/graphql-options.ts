import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { found } from './errors/found.js';
import { compilingGateway } from './execution/compiling-gateway.js';
import { printResult } from './execution/written.js';
import { closingPlugin } from './closing.plugin.js';
import { challengePlugin } from './errors/challenge.plugin.js';
import { errorFormatter, type ErrorLog } from './errors/format-error.js';
import type { SqlStates } from './errors/sql-states.js';
import { keyPlugin, noteKey } from './idempotency/key.plugin.js';
import { noteSecrets } from './idempotency/secrets.js';
import { makeIdsOpaque } from './ids/opaque-ids.js';
import { allowancePlugin } from './limits/allowance.plugin.js';
import { MAX_COST } from './limits/cost.js';
import { DOCUMENT_RULES, MAX_TOKENS, MAX_VALIDATION_ERRORS } from './limits/document-rules.js';
import { preflightPlugin } from './limits/preflight.plugin.js';
import type { RequestLimits } from './limits/request-limit.js';
import { addOnBehalfArguments } from './permissions/on-behalf.js';
import { addTryArguments } from './permissions/try-only.js';
import { describePermissions } from './permissions/root-fields.js';
import type { RequestContext } from './request-context.js';
import { DateTimeScalar } from './scalars/date-time.scalar.js';
import { checkScalars } from './scalars/known-scalars.js';
import { disciplineText } from './scalars/text.js';
import { recordPlugin } from './signals/record.plugin.js';
import { speakOneLanguage } from './words/spoken.js';

export interface GraphqlSettings {
  readonly path: string;
  /** Made once per request; who asks is found out by `authenticate` when it is needed. */
  readonly createContext: (request: FastifyRequest) => RequestContext;
  readonly log: ErrorLog;
  /** More SQLSTATEs than the library knows; give the whole table. */
  readonly sqlStates?: SqlStates;
  /** Joins the schema with what finds its values, before anything is laid over it. */
  readonly attach?: (schema: GraphQLSchema) => void;
  /** Queries that come again are compiled, or all are interpreted by graphql-js. */
  readonly executor?: Executor;
  readonly maxCost?: number;
  readonly limits: RequestLimits;
}

export type Executor = 'jit' | 'graphql-js';

/** Everything about Apollo that is a decision, in one place. */
export function graphqlOptions(settings: GraphqlSettings): ApolloDriverConfig {
  const { path, createContext, log, sqlStates, limits, maxCost = MAX_COST, executor = 'jit' } = settings;
  const formatError = errorFormatter(log, sqlStates);
  let served: GraphQLSchema | null = null;
  const gateway = compilingGateway(() => found(served));
  return {
    path,
    buildSchemaOptions: {
      noDuplicatedFields: true,
      numberScalarMode: 'integer',
      // A schema is judged when it is built; Nest would ask it for all of itself besides, with each start.
      skipCheck: true,
      scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    },
    transformSchema: (schema) => {
      settings.attach?.(schema);
      served = transformSchema(schema);
      return served;
    },
    ...(executor === 'jit' && { gateway }),
    context: (request: FastifyRequest) => {
      const context = createContext(request);
      noteKey(context, request.headers);
      return context;
    },
    stringifyResult: printResult,
    formatError,
    autoTransformHttpErrors: false,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    playground: false,
    graphiql: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    // Counted by our own rules.
    maxRecursiveSelections: false,
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    validationRules: DOCUMENT_RULES,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      recordPlugin(),
      preflightPlugin(maxCost, path),
      allowancePlugin(limits.post),
      keyPlugin(),
      challengePlugin(),
      closingPlugin(formatError),
    ],
  };
}

function transformSchema(schema: GraphQLSchema): GraphQLSchema {
  disciplineText();
  addOnBehalfArguments(schema);
  addTryArguments(schema);
  checkScalars(schema);
  describePermissions(schema);
  makeIdsOpaque(schema);
  noteSecrets(schema);
  speakOneLanguage(schema);
  return schema;
}
