import type { TenantContext } from '#graphql';
import type { Reads } from '#reads';
import {
  assertValidSchema,
  defaultFieldResolver,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { PlainReader } from './plain-reader.js';

/** A request that notes where its answer must not be null: what fails is passed upward when all of it is known. */
export interface PlainContext extends TenantContext {
  readonly nonNull: Set<string>;
}

type Field = GraphQLField<unknown, PlainContext>;
type Path = GraphQLResolveInfo['path'];

/** Gives each declared field a resolver of its own, and lets every field fail where it stands and nowhere else. */
export function makePlain(schema: GraphQLSchema, declared: readonly Reads[], reader: PlainReader): void {
  // Judged as it is served: what follows lets be null what the schema promises, and nobody judges twice.
  assertValidSchema(schema);
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith('__')) continue;
    const fields = declaredOf(type, declared);
    for (const field of Object.values(type.getFields()) as Field[]) {
      const declaration = fields[field.name];
      if (declaration && declaration.from !== 'resolver') {
        field.resolve = (row, args, context) =>
          context.read((tx) => reader.value(tx, declaration, row as object, args as object));
      }
      failAlone(field);
    }
  }
}

/** The kinds of a thing are declared as one. */
function declaredOf(type: GraphQLObjectType, declared: readonly Reads[]): ReturnType<Reads['fields']> {
  const names = [type.name, ...type.getInterfaces().map((one) => one.name)];
  return Object.assign(
    {},
    ...declared.filter((one) => names.includes(one.type)).map(({ fields }) => fields()),
  );
}

/** Null is let through to the answer, and noted if it must not stand there. */
function failAlone(field: Field): void {
  const { resolve = defaultFieldResolver, type } = field;
  if (isNonNullType(type)) field.type = type.ofType;
  field.resolve = async (row, args, context, info) => {
    const path = textOf(info.path);
    if (isNonNullType(type)) context.nonNull.add(path);
    const value: unknown = await resolve(row, args, context, info);
    if (isNonNullType(type) && (value ?? null) === null) throw new Error('This must not be null.');
    const bare = isNonNullType(type) ? type.ofType : type;
    if (isListType(bare) && isNonNullType(bare.ofType) && Array.isArray(value))
      value.forEach((_item, at) => context.nonNull.add(`${path}.${at}`));
    return value;
  };
}

function textOf({ prev, key }: Path): string {
  return prev ? `${textOf(prev)}.${key}` : String(key);
}
