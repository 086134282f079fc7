import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** All that the database writes of an entry by itself: its own fields, and those of the things beside it. */
export function everyColumn(schema: GraphQLSchema, connection: GraphQLNamedType): string {
  const node = schema.getType(connection.name.replace(/Connection$/, ''));
  if (!node) throw new Error(`${connection.name} holds nothing.`);
  const kinds = isAbstractType(node) ? schema.getPossibleTypes(node) : [node];
  const parts = kinds.map((kind) => `... on ${kind.name} { ${fieldsOf(kind, true)} }`);
  return `__typename ${parts.join(' ')}`;
}

function fieldsOf(type: GraphQLNamedType, withOthers: boolean): string {
  if (!isObjectType(type)) return '';
  return Object.values(type.getFields())
    .filter(({ args }) => args.length === 0)
    .map((field) => (withOthers ? told(field) : isWritten(field) ? field.name : ''))
    .join(' ');
}

function told(field: Field): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return isWritten(field) ? field.name : '';
  const beneath = field.resolve ? '' : fieldsOf(type, false).trim();
  return beneath ? `${field.name} { ${beneath} }` : '';
}

/** Ids have a resolver, which the database stands in for. */
function isWritten({ name, type, resolve }: Field): boolean {
  return isLeafType(getNamedType(type)) && (name === 'id' || !resolve);
}
