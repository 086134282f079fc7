import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../request-context.js';
import { CompiledQueries, type Asking } from './compiled-queries.js';
import { WrittenQueries } from './written-queries.js';

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
      const written = new WrittenQueries(schema);
      tell?.({ apiSchema: schema, coreSupergraphSdl: '' });
      return {
        executor: async ({ document, request, context }) => {
          const asking: Asking = {
            document,
            operationName: request.operationName ?? null,
            variables: request.variables ?? {},
            context,
            isSignedIn: await isSignedIn(context as RequestContext),
          };
          const answer = await written.execute(asking);
          if (answer) return answer;
          // What has been read for nothing does not count.
          (context as RequestContext).expectFields?.(Infinity);
          return queries.execute(asking);
        },
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
