import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ASTVisitor, type ValidationContext, type ValidationRule } from 'graphql';
import { ApiError } from '../errors/api-error.js';
import { LONGEST_LIST } from './variables.js';

export const MAX_TOKENS = 1_000;
export const MAX_VALIDATION_ERRORS = 5;
export const MAX_SELECTIONS = 10_000;

/** Reported instead of thrown, so that the answer is a 400 with our code. */
const report = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError): void => {
      context?.reportError(new ApiError('TOO_COMPLEX', error.message.replace('Syntax Error: ', '')));
    },
  ],
};

/** A long list written into the document; those in variables are counted with the variables. */
function shortLists(context: ValidationContext): ASTVisitor {
  return {
    ListValue(node) {
      if (node.values.length <= LONGEST_LIST) return;
      context.reportError(
        new GraphQLError(`A list may have at most ${LONGEST_LIST} items.`, { nodes: node }),
      );
    },
  };
}

/** Fragments add no depth of their own: result unions need them at every step. */
export const DOCUMENT_RULES: ValidationRule[] = [
  maxDepthRule({ n: 8, ignoreIntrospection: true, flattenFragments: true, ...report }),
  maxAliasesRule({ n: 15, ...report }),
  maxDirectivesRule({ n: 9, ...report }),
  shortLists,
];
