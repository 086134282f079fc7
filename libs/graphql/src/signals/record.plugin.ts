import type { ApolloServerPlugin } from '@apollo/server';
import {
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isUnkept } from '../idempotency/unkept.js';
import { currentRequest, type RequestRecord } from './request-record.js';

const MOST_FIELDS = 20;
const LONGEST_NAME = 60;

/** Notes what kind of operation a request turned out to be; asked after validation, so that fields are the schema's. */
export function recordPlugin<C extends object>(): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, schema }) {
          const record = currentRequest();
          if (record && operation) noteOperation(record, { document, operation, schema });
        },
      };
    },
  };
}

interface Resolved {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly schema: GraphQLSchema;
}

export function noteOperation(record: RequestRecord, { document, operation, schema }: Resolved): void {
  record.kind = operation.operation;
  const fields = new Set(listFields(operation.selectionSet, document));
  // A client may call it after what it asks.
  const isNamed = ![...fields].some((field) => isUnkept(schema, field));
  record.operation = isNamed ? nameOf(operation.name?.value) : null;
  record.fields = [...fields].slice(0, MOST_FIELDS);
}

/** A name is the client's to choose: a telephone number in it is no name. */
function nameOf(name: string | undefined): string | null {
  return name?.slice(0, LONGEST_NAME).replaceAll(/\d{5,}/g, '_') ?? null;
}

function listFields({ selections }: SelectionSetNode, document: DocumentNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return listFields(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? listFields(fragment.selectionSet, document) : [];
  });
}
