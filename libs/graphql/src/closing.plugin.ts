import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { Kind, OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import type { FormatError } from './errors/format-error.js';
import { nameBusy } from './limits/busy.js';
import type { RequestContext } from './request-context.js';

/** Stores what the request has done before its answer is sent; an act that could not be stored is no success. */
export function closingPlugin(formatError: FormatError): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ contextValue, operation }) {
          if (operation) contextValue.expectFields?.(countFields(operation));
        },
        async willSendResponse({ contextValue, response }) {
          try {
            await contextValue.close?.(() => JSON.stringify(resultOf(response)));
            markTried(response, contextValue.tried ?? []);
            if (contextValue.firstAnswer) repeat(response, contextValue.firstAnswer);
          } catch (error) {
            const failed = formatError({ message: '' }, error);
            response.body = { kind: 'single', singleResult: { data: null, errors: [failed] } };
          }
          nameBusy(response);
        },
      };
    },
  };
}

/** Fragments may repeat a field or leave one out: then nobody counts on them. */
function countFields({ operation, selectionSet: { selections } }: OperationDefinitionNode): number {
  const isPlain =
    operation === OperationTypeNode.QUERY &&
    selections.every(({ kind, directives }) => kind === Kind.FIELD && !directives?.length);
  return isPlain ? selections.length : Infinity;
}

function resultOf({ body }: GraphQLResponse): object {
  return body.kind === 'single' ? body.singleResult : {};
}

/** Whoever passes the answer on need not know what was asked. */
function markTried({ body }: GraphQLResponse, tried: readonly string[]): void {
  if (tried.length === 0 || body.kind !== 'single') return;
  body.singleResult.extensions = { ...body.singleResult.extensions, tried };
}

function repeat(response: GraphQLResponse, answer: string): void {
  response.body = { kind: 'single', singleResult: JSON.parse(answer) };
  response.http.headers.set('idempotency-replayed', 'true');
}
