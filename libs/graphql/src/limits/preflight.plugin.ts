import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { ApiError } from '../errors/api-error.js';
import { currentRequest } from '../signals/request-record.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { measureCost, tooDear } from './cost.js';
import { findLiteralProblem } from './literals.js';
import { findVariableProblems } from './variables.js';

/** Refuses bad variables and dear documents before the first resolver, and so before any SQL; tells what it counted. */
export function preflightPlugin<C extends object>(maxCost: number, path: string): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      let requested: number | null = null;
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (!operation) return;
          if (operation.operation === OperationTypeNode.SUBSCRIPTION)
            throw new ApiError('BAD_REQUEST', GRAPHQL_WORDS.overSocket({ path }));
          const variables = request.variables ?? {};
          const problems = findVariableProblems(schema, operation, variables);
          if (problems.length > 0) throw ApiError.badInput(problems);
          requested = measureCost(schema, document, { variables, operationName: request.operationName });
          const record = currentRequest();
          if (record) record.cost = requested;
          if (requested > maxCost) throw tooDear(requested, maxCost);
        },
        async didEncounterErrors(context) {
          nameLiterals(context);
        },
        async willSendResponse({ response: { body } }) {
          if (requested === null || body.kind !== 'single') return;
          const { singleResult } = body;
          singleResult.extensions = { ...singleResult.extensions, cost: { requested, limit: maxCost } };
        },
      };
    },
  };
}

/** Only here are both the error and the document at hand; the formatter reads the path from the extensions. */
function nameLiterals<C extends object>({ document, errors = [] }: GraphQLRequestContext<C>): void {
  if (document === undefined) return;
  for (const error of errors) {
    const problem = findLiteralProblem(document, error);
    if (problem !== null) error.extensions['fields'] = [problem];
  }
}
