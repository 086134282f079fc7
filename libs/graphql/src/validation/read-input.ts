import type { Type } from '@nestjs/common';
import { getVariableValues, Kind, parse, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { ApiError } from '../errors/api-error.js';
import { findVariableProblems } from '../limits/variables.js';
import { InputValidationPipe } from './validation.pipe.js';

const NAME = 'input';
const pipe = new InputValidationPipe();

/**
 * Judges an input that came by another way than a document, such as a row of a workbook, as if it had come by one.
 * @throws ApiError BAD_USER_INPUT naming each field by its path, which begins with `input`
 */
export async function readInput<Input extends object>(
  schema: GraphQLSchema,
  type: Type<Input>,
  value: unknown,
): Promise<Input> {
  const variables = { [NAME]: value };
  const operation = operationFor(type.name);
  const problems = findVariableProblems(schema, operation, variables);
  if (problems.length > 0) throw ApiError.badInput(problems);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const argument = { type: 'body', metatype: type, data: NAME } as const;
  return (await pipe.transform(coerced?.[NAME], argument)) as Input;
}

function operationFor(input: string): OperationDefinitionNode {
  const [operation] = parse(`query ($${NAME}: ${input}!) { __typename }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError(`${input} is no name of an input.`);
  return operation;
}
