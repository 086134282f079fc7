import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** The names of what mutations answer when they are not refused, as a module. */
export function outcomesText(schema: GraphQLSchema): string {
  const refusal = schema.getType('Refusal');
  if (!isInterfaceType(refusal)) throw new Error('The schema has no interface Refusal.');
  const refusals = new Set<GraphQLObjectType>(schema.getPossibleTypes(refusal));
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const outcomes = fields
    .flatMap(({ type }) => possibleTypes(schema, getNamedType(type)))
    .filter((type) => !refusals.has(type));
  const names = [...new Set(outcomes.map(({ name }) => name))].toSorted();
  return [
    '// Written from schema.graphql by `npm run schema`: what mutations answer when they are not refused.',
    '',
    'export const OUTCOMES: ReadonlySet<string> = new Set([',
    ...names.map((name) => `  '${name}',`),
    ']);',
    '',
  ].join('\n');
}

function possibleTypes(
  schema: GraphQLSchema,
  type: ReturnType<typeof getNamedType>,
): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}
