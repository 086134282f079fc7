import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { CompiledQueries } from './compiled-queries.js';

type Gateway = ApolloServerOptionsWithGateway<never>['gateway'];

/** The one door by which Apollo lets another executor in. */
export function compilingGateway(getSchema: () => GraphQLSchema): Gateway {
  let tell: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] | null = null;
  return {
    onSchemaLoadOrUpdate(listener) {
      tell = listener;
      return () => {
        tell = null;
      };
    },
    async load() {
      const schema = getSchema();
      const queries = new CompiledQueries(schema);
      tell?.({ apiSchema: schema, coreSupergraphSdl: '' });
      return {
        executor: async ({ document, operation, operationName, request, context }) =>
          queries.execute({
            document,
            operation: operation.operation,
            operationName,
            variables: request.variables ?? {},
            context,
          }),
      };
    },
    async stop() {},
  };
}
