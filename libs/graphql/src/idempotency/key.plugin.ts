import type { ApolloServerPlugin } from '@apollo/server';
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { ApiError } from '../errors/api-error.js';
import type { RequestContext } from '../request-context.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import type { Words } from '../words/words.js';
import { KEY_HEADER } from './once-only.js';
import { findKnownPart } from './unkept.js';

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
        async didResolveOperation({ request, operation, document, schema, contextValue }) {
          const key = contextValue.sentKey;
          if (key === undefined || operation?.operation !== OperationTypeNode.MUTATION) return;
          if (!FORM.test(key)) refuse(GRAPHQL_WORDS.keyForm);
          const [field, ...more] = listFields(operation.selectionSet, document);
          if (!field || more.length > 0) refuse(GRAPHQL_WORDS.keyForOneField);
          const told = findKnownPart(schema, field, request.variables ?? {}) ?? wholeOf(operation, request);
          contextValue.keyWith?.({ key, hash: createHash('sha256').update(told).digest() });
        },
      };
    },
  };
}

function refuse(message: Words): never {
  throw ApiError.badInput([{ path: KEY_HEADER, message }]);
}

function listFields({ selections }: SelectionSetNode, document: DocumentNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return listFields(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? listFields(fragment.selectionSet, document) : [];
  });
}

function wholeOf(
  operation: OperationDefinitionNode,
  { query = '', variables = {} }: { query?: string; variables?: object },
): string {
  return [query, operation.name?.value ?? '', JSON.stringify(variables)].join('\0');
}
