import {
  getNullableType,
  GraphQLError,
  isCompositeType,
  isListType,
  getNamedType,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { fieldExtensionsEstimator, getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { ApiError } from '../errors/api-error.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { DEFAULT_PAGE, LONGEST_PAGE } from '../paging/connection.args.js';
import type { Variables } from './variables.js';

export const MAX_COST = 5_000;
/** What a list without paging is guessed to hold. */
const SHORT_LIST = 5;

/** The whole schema is a large answer; some four of them per request are plenty. */
const INTROSPECTION = 1_000;

/** A field costs 1; a page costs its size times what one entry costs. */
const listEstimator: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (field.name === '__schema' || field.name === '__type') return INTROSPECTION;
  if (field.args.some(({ name }) => name === 'first')) return 1 + pageSize(args) * childComplexity;
  const isObjects = isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type));
  // The page has multiplied its edges already.
  const items = isObjects && !type.name.endsWith('Connection') ? SHORT_LIST : 1;
  return 1 + items * childComplexity;
};

/** Sizes that paging refuses anyway are not worth more than the largest page. */
function pageSize(args: Record<string, unknown>): number {
  const asked = Number(args['first'] ?? args['last'] ?? DEFAULT_PAGE);
  return Math.min(Math.max(asked, 1), LONGEST_PAGE);
}

export function tooDear(cost: number, maxCost: number): ApiError {
  return new ApiError('TOO_COMPLEX', GRAPHQL_WORDS.tooDear({ cost, most: maxCost }));
}

/** Of one document, by what it was asked with: dashboards ask the same again and again. */
const measured = new WeakMap<DocumentNode, Map<string, number>>();
const MOST_MEASURED = 100;

/** Variables are counted with their values. Throws TOO_COMPLEX when there is too much to count. */
export function measureCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  asked: { variables: Variables; operationName?: string | undefined },
): number {
  const costs = measured.get(query) ?? new Map<string, number>();
  measured.set(query, costs);
  const key = JSON.stringify(asked);
  const known = costs.get(key) ?? countCost(schema, query, asked);
  if (costs.size >= MOST_MEASURED) costs.clear();
  costs.set(key, known);
  return known;
}

function countCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  { variables, operationName }: { variables: Variables; operationName?: string | undefined },
): number {
  const estimators = [fieldExtensionsEstimator(), listEstimator];
  try {
    return getComplexity({ schema, query, variables, estimators, ...(operationName && { operationName }) });
  } catch (error) {
    if (error instanceof GraphQLError && /maximum allowed number of nodes/.test(error.message)) {
      throw new ApiError('TOO_COMPLEX', GRAPHQL_WORDS.tooManySelections);
    }
    throw error;
  }
}
