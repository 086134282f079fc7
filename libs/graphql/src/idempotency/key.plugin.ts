import type { ApolloServerPlugin } from '@apollo/server';
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { ApiError } from '../errors/api-error.js';
import type { RequestContext } from '../request-context.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import type { Words } from '../words/words.js';
import { KEY_HEADER } from './once-only.js';

const FORM = /^[\x21-\x7e]{1,255}$/;

/** Call it as the request comes in: Apollo is told of no header that is empty. */
export function noteKey(context: RequestContext, headers: IncomingHttpHeaders): void {
  const key = headers[KEY_HEADER.toLowerCase()];
  if (key !== undefined) context.sentKey = String(key);
}

/** Reads the key of a mutation before it runs. Queries need none: they may carry one, and it means nothing. */
export function keyPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request, operation, document, contextValue }) {
          const key = contextValue.sentKey;
          if (key === undefined || operation?.operation !== OperationTypeNode.MUTATION) return;
          if (!FORM.test(key)) refuse(GRAPHQL_WORDS.keyForm);
          if (countFields(operation.selectionSet, document) !== 1) {
            refuse(GRAPHQL_WORDS.keyForOneField);
          }
          contextValue.keyWith?.({ key, hash: hashOf(operation, request) });
        },
      };
    },
  };
}

function refuse(message: Words): never {
  throw ApiError.badInput([{ path: KEY_HEADER, message }]);
}

function countFields({ selections }: SelectionSetNode, document: DocumentNode): number {
  return selections.reduce((count, selection) => {
    if (selection.kind === Kind.FIELD) return count + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return count + countFields(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION
      ? count + countFields(fragment.selectionSet, document)
      : count;
  }, 0);
}

function hashOf(
  operation: OperationDefinitionNode,
  { query = '', variables = {} }: { query?: string; variables?: object },
): Buffer {
  const parts = [query, operation.name?.value ?? '', JSON.stringify(variables)];
  return createHash('sha256').update(parts.join('\0')).digest();
}
