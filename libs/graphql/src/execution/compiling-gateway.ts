import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../request-context.js';
import { CompiledQueries } from './compiled-queries.js';

type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

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
        executor: async ({ document, request, context }) =>
          queries.execute({
            document,
            operationName: request.operationName ?? null,
            variables: request.variables ?? {},
            context,
            isSignedIn: await isSignedIn(context as RequestContext),
          }),
      };
    },
    async stop() {},
  };
}

/** A bad token is told where it is needed. */
async function isSignedIn(context: RequestContext): Promise<boolean> {
  try {
    return (await context.authenticate()) !== null;
  } catch {
    return false;
  }
}
