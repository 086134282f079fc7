import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import type { ASTVisitor, DocumentNode, ValidationContext, ValidationRule } from 'graphql';
import { ApiError } from '../errors/api-error.js';
import { BadValue } from '../words/bad-value.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import type { Words } from '../words/words.js';
import { hasConditionalSubscription } from './conditional-subscription.js';
import { countSelections } from './count-selections.js';
import { LONGEST_LIST } from './variables.js';

export const MAX_TOKENS = 2_000;
export const MAX_VALIDATION_ERRORS = 5;
const MAX_SELECTIONS = 10_000;
// A network, its offers, their bookings and who asked for them: nine levels, and one to spare.
const DEEPEST = 10;
const MOST_ALIASES = 15;
const MOST_DIRECTIVES = 9;

/** Reported instead of thrown, so that the answer is a 400 with our code. */
const report = (words: Words) => ({
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null): void => context?.reportError(new ApiError('TOO_COMPLEX', words)),
  ],
});

/** A long list written into the document; those in variables are counted with the variables. */
function shortLists(context: ValidationContext): ASTVisitor {
  return {
    ListValue(node) {
      if (node.values.length <= LONGEST_LIST) return;
      context.reportError(new BadValue(GRAPHQL_WORDS.listTooLong({ most: LONGEST_LIST }), node));
    },
  };
}

/**
 * Nothing more of these is judged: rules would walk the first without end, and the library's own rule for subscriptions
 * throws at a condition that stands in a variable.
 */
function judgeable(context: ValidationContext): ASTVisitor {
  const findFault = (document: DocumentNode): ApiError | null => {
    if (countSelections(document) > MAX_SELECTIONS)
      return new ApiError('TOO_COMPLEX', GRAPHQL_WORDS.tooManySelections);
    if (hasConditionalSubscription(document))
      return new ApiError('BAD_REQUEST', GRAPHQL_WORDS.subscriptionIsWhole);
    return null;
  };
  return {
    Document(node) {
      const fault = findFault(node);
      if (!fault) return undefined;
      context.reportError(fault);
      return { ...node, definitions: [] };
    },
  };
}

/** Fragments add no depth of their own: result unions need them at every step. */
export const DOCUMENT_RULES: ValidationRule[] = [
  judgeable,
  maxDepthRule({
    n: DEEPEST,
    ignoreIntrospection: true,
    flattenFragments: true,
    ...report(GRAPHQL_WORDS.tooDeep({ most: DEEPEST })),
  }),
  maxAliasesRule({ n: MOST_ALIASES, ...report(GRAPHQL_WORDS.tooManyAliases({ most: MOST_ALIASES })) }),
  maxDirectivesRule({
    n: MOST_DIRECTIVES,
    ...report(GRAPHQL_WORDS.tooManyDirectives({ most: MOST_DIRECTIVES })),
  }),
  shortLists,
];
