import {
  coerceInputValue,
  isInputType,
  isNonNullType,
  typeFromAST,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { FieldProblem } from '../errors/api-error.js';
import { wordsOf } from '../words/bad-value.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';

export const LONGEST_LIST = 200;
const DEEPEST = 20;
const MOST_PROBLEMS = 20;

export type Variables = Readonly<Record<string, unknown>>;

/** Everything wrong with the variables, each with its path; graphql-js would say it without. */
export function findVariableProblems(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): FieldProblem[] {
  // What the operation does not declare is read as well, by what counts its cost and finds its key.
  const misshapen = Object.entries(variables).flatMap(([path, value]) => findMisshapen(value, path, 0) ?? []);
  if (misshapen.length > 0) return misshapen.slice(0, MOST_PROBLEMS);
  const definitions = operation.variableDefinitions ?? [];
  return definitions.flatMap((one) => problemsOf(schema, one, variables)).slice(0, MOST_PROBLEMS);
}

function problemsOf(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  variables: Variables,
): FieldProblem[] {
  const path = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) return [];
  const value = Object.hasOwn(variables, path) ? variables[path] : undefined;
  if (value === undefined) {
    const missing = isNonNullType(type) && definition.defaultValue === undefined;
    return missing ? [{ path, message: GRAPHQL_WORDS.required }] : [];
  }
  const problems: FieldProblem[] = [];
  coerceInputValue(value, type, (at, _invalid, error) => problems.push(problem([path, ...at], error)));
  return problems;
}

/** Lists too long, or nesting so deep that reading it would exhaust the stack. */
function findMisshapen(value: unknown, path: string, depth: number): FieldProblem | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth === DEEPEST) return { path, message: GRAPHQL_WORDS.nestedTooDeep({ most: DEEPEST }) };
  if (Array.isArray(value) && value.length > LONGEST_LIST) {
    return { path, message: GRAPHQL_WORDS.listOfTooLong({ most: LONGEST_LIST, count: value.length }) };
  }
  for (const [key, child] of Object.entries(value)) {
    const found = findMisshapen(child, `${path}.${key}`, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** graphql-js names a missing or unknown field in the message and points at its parent. */
function problem(path: readonly (string | number)[], error: GraphQLError): FieldProblem {
  const field = /^Field "(\w+)"/.exec(error.message)?.[1];
  return {
    path: [...path, ...(field === undefined ? [] : [field])].join('.'),
    message: wordsOf(error),
  };
}
