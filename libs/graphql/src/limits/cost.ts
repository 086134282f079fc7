import {
  getNullableType,
  GraphQLError,
  isCompositeType,
  isListType,
  getNamedType,
  visit,
  type ArgumentNode,
  type DirectiveNode,
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

const declared = fieldExtensionsEstimator();
/** What a field says of itself. It is told no arguments: of these only sizes of pages count. */
const ownEstimator: ComplexityEstimator = (field) => declared({ ...field, args: {} });

/** The arguments that say how many entries a page has. */
export const PAGE_SIZES: ReadonlySet<string> = new Set(['first', 'last']);

/** Sizes that paging refuses anyway are not worth more than the largest page. */
function pageSize(args: Record<string, unknown>): number {
  const asked = Number(args['first'] ?? args['last'] ?? DEFAULT_PAGE);
  return Math.min(Math.max(asked, 1), LONGEST_PAGE);
}

export function tooDear(cost: number, maxCost: number): ApiError {
  return new ApiError('TOO_COMPLEX', GRAPHQL_WORDS.tooDear({ cost, most: maxCost }));
}

/** Of one document: the same acts and dashboards are asked again and again, and mostly for other ids. */
interface Measured {
  readonly counting: ReadonlySet<string>;
  /** By the operation and what its variables have to do with the cost. */
  readonly costs: Map<string, number>;
}

interface Asked {
  readonly variables: Variables;
  readonly operationName?: string | undefined;
}

const measured = new WeakMap<DocumentNode, Measured>();
const MOST_MEASURED = 100;

/** Variables that set the size of a page, or whether something is asked for at all, are counted with their values. */
export function measureCost(schema: GraphQLSchema, query: DocumentNode, asked: Asked): number {
  const known = measured.get(query) ?? { counting: findCounting(query), costs: new Map<string, number>() };
  measured.set(query, known);
  const { counting, costs } = known;
  const key = keyOf(asked, counting);
  const cost = costs.get(key) ?? countCost(schema, query, asked);
  if (costs.size >= MOST_MEASURED) costs.clear();
  costs.set(key, cost);
  return cost;
}

function findCounting(query: DocumentNode): ReadonlySet<string> {
  const counting = new Set<string>();
  const countIn = (node: ArgumentNode | DirectiveNode): void => {
    visit(node, { Variable: ({ name }) => void counting.add(name.value) });
  };
  visit(query, {
    Argument: (node) => (PAGE_SIZES.has(node.name.value) ? countIn(node) : undefined),
    Directive: countIn,
  });
  return counting;
}

/** Of the others only whether they are null: where that does not fit, counting says so. */
function keyOf({ variables, operationName }: Asked, counting: ReadonlySet<string>): string {
  const told = Object.entries(variables).map(([name, value]) => [
    name,
    counting.has(name) || value === null ? value : true,
  ]);
  return JSON.stringify([operationName, told]);
}

/** Throws TOO_COMPLEX when there is too much to count. */
function countCost(schema: GraphQLSchema, query: DocumentNode, { variables, operationName }: Asked): number {
  const estimators = [ownEstimator, listEstimator];
  try {
    return getComplexity({ schema, query, variables, estimators, ...(operationName && { operationName }) });
  } catch (error) {
    if (error instanceof GraphQLError && /maximum allowed number of nodes/.test(error.message)) {
      throw new ApiError('TOO_COMPLEX', GRAPHQL_WORDS.tooManySelections);
    }
    throw error;
  }
}
