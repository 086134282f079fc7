import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';

const HEAD = `// Written from schema.graphql by \`npm run schema\`: what gql.tada infers the types of documents from.

type Scalar<Name> = { kind: 'SCALAR'; name: Name; ofType: null };
type Enum<Name> = { kind: 'ENUM'; name: Name; ofType: null };
type Input<Name> = { kind: 'INPUT_OBJECT'; name: Name; ofType: null };
type Type<Name> = { kind: 'OBJECT'; name: Name; ofType: null };
type Interface<Name> = { kind: 'INTERFACE'; name: Name; ofType: null };
type Union<Name> = { kind: 'UNION'; name: Name; ofType: null };
type Must<Of> = { kind: 'NON_NULL'; name: never; ofType: Of };
type List<Of> = { kind: 'LIST'; name: never; ofType: Of };
type Fields<Types> = { [Name in keyof Types]: { name: Name; type: Types[Name] } };
type ObjectOf<Name, Types> = { kind: 'OBJECT'; name: Name; fields: Fields<Types> };
type InterfaceOf<Name, Types, Possible> = { kind: 'INTERFACE'; name: Name; fields: Fields<Types>; possibleTypes: Possible };
type UnionOf<Name, Possible> = { kind: 'UNION'; name: Name; fields: Fields<unknown>; possibleTypes: Possible };
type EnumOf<Name, Values> = { name: Name; enumValues: Values };
type Field<Name, Of, Default = null> = { name: Name; type: Of; defaultValue: Default };
type InputOf<Name, IsOneOf, Inputs> = { kind: 'INPUT_OBJECT'; name: Name; isOneOf: IsOneOf; inputFields: Inputs };
`;

/** The schema as a type of TypeScript, one line for each of its types. */
export function introspectionText(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const lines = types.map((type) => `    ${type.name}: ${typeText(type, schema)};`);
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  const head = roots.map(([root, type]) => `  ${root}: ${type ? `'${type.name}'` : 'never'};`);
  return [
    HEAD,
    'export interface Introspection {',
    '  name: never;',
    ...head,
    '  types: {',
    ...lines,
    '  };',
    '}',
    '',
  ].join('\n');
}

function typeText(type: GraphQLNamedType, schema: GraphQLSchema): string {
  const name = `'${type.name}'`;
  if (isObjectType(type)) return `ObjectOf<${name}, ${fieldsText(type.getFields())}>`;
  if (isInterfaceType(type)) {
    const possible = namesText(schema.getPossibleTypes(type).map((one) => one.name));
    return `InterfaceOf<${name}, ${fieldsText(type.getFields())}, ${possible}>`;
  }
  if (isUnionType(type)) return `UnionOf<${name}, ${namesText(type.getTypes().map((one) => one.name))}>`;
  if (isEnumType(type)) return `EnumOf<${name}, ${namesText(type.getValues().map((one) => one.name))}>`;
  if (isInputObjectType(type)) {
    const inputs = Object.values(type.getFields()).map(inputText).join(', ');
    return `InputOf<${name}, ${type.isOneOf}, [${inputs}]>`;
  }
  return 'unknown';
}

function fieldsText(fields: Readonly<Record<string, { name: string; type: GraphQLType }>>): string {
  const lines = Object.values(fields).map(({ name, type }) => `${name}: ${referenceText(type)}`);
  return `{ ${lines.join('; ')} }`;
}

function inputText({ name, type, astNode }: GraphQLInputField): string {
  const byDefault = astNode?.defaultValue ? ', true' : '';
  return `Field<'${name}', ${referenceText(type)}${byDefault}>`;
}

function referenceText(type: GraphQLType): string {
  if (isNonNullType(type)) return `Must<${referenceText(type.ofType)}>`;
  if (isListType(type)) return `List<${referenceText(type.ofType)}>`;
  return `${kindOf(type)}<'${type.name}'>`;
}

function kindOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return 'Type';
  if (isInterfaceType(type)) return 'Interface';
  if (isUnionType(type)) return 'Union';
  if (isEnumType(type)) return 'Enum';
  return isInputObjectType(type) ? 'Input' : 'Scalar';
}

function namesText(names: readonly string[]): string {
  return names
    .toSorted()
    .map((name) => `'${name}'`)
    .join(' | ');
}
