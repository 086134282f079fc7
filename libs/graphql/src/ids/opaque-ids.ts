import {
  isInterfaceType,
  isObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { toGlobalId } from './global-id.js';

type NamedType = GraphQLObjectType | GraphQLInterfaceType;

/** Rows carry plain uuids; on the way out the `id` of every Node becomes opaque, so that no type can forget it. */
export function makeIdsOpaque(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const id = isObjectType(type) && isNode(type) ? type.getFields()['id'] : undefined;
    if (!isObjectType(type) || !id) continue;
    const name = idTypeOf(type);
    id.resolve = (row: { id: string }) => toGlobalId(name, row.id);
  }
}

/** Whether things of this type have an id of their own. */
export function isNode(type: NamedType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}

/** Things of one kind share their ids whatever their type: a Venue is found as an Offer. */
export function idTypeOf(type: NamedType): string {
  if (isInterfaceType(type)) return type.name;
  return type.getInterfaces().find(({ name }) => name !== 'Node')?.name ?? type.name;
}
