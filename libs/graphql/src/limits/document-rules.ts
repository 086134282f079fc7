import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { type ASTVisitor, type ValidationContext, type ValidationRule } from 'graphql';
import { ApiError } from '../errors/api-error.js';
import { BadValue } from '../words/bad-value.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import type { Words } from '../words/words.js';
import { LONGEST_LIST } from './variables.js';

export const MAX_TOKENS = 2_000;
export const MAX_VALIDATION_ERRORS = 5;
export const MAX_SELECTIONS = 10_000;
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

/** Fragments add no depth of their own: result unions need them at every step. */
export const DOCUMENT_RULES: ValidationRule[] = [
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
