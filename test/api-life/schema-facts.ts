import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** What stands at one coordinate of a schema (`Type`, `Type.field`, `Type.field(arg:)`, `Enum.VALUE`). */
export interface Fact {
  /** Empty where there is none. */
  readonly type: string;
  /** As it would be written; empty for none. */
  readonly defaultValue: string;
  readonly description: string;
  readonly deprecation: string | null;
}

type Element =
  GraphQLNamedType | GraphQLField<unknown, unknown> | GraphQLArgument | GraphQLInputField | GraphQLEnumValue;

/** By coordinate; what graphql-js brings itself is left out. */
export function listFacts(schema: GraphQLSchema): ReadonlyMap<string, Fact> {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return new Map(types.flatMap((type) => [[type.name, factOf(type)] as const, ...membersOf(type)]));
}

function membersOf(type: GraphQLNamedType): (readonly [string, Fact])[] {
  if (isEnumType(type)) return type.getValues().map((value) => [`${type.name}.${value.name}`, factOf(value)]);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, factOf(field)]);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const coordinate = `${type.name}.${field.name}`;
    const args = field.args.map((arg) => [`${coordinate}(${arg.name}:)`, factOf(arg)] as const);
    return [[coordinate, factOf(field)] as const, ...args];
  });
}

function factOf(element: Element): Fact {
  const isDefaulted = 'defaultValue' in element && element.defaultValue !== undefined;
  return {
    type: 'type' in element ? String(element.type) : '',
    defaultValue: isDefaulted ? JSON.stringify(element.defaultValue) : '',
    description: element.description ?? '',
    deprecation: ('deprecationReason' in element ? element.deprecationReason : null) ?? null,
  };
}
