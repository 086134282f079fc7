import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { toGlobalId } from './global-id.js';

/** Rows carry plain uuids; on the way out the `id` of every Node becomes opaque, so that no type can forget it. */
export function makeIdsOpaque(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const id = isObjectType(type) && isNode(type) ? type.getFields()['id'] : undefined;
    if (!isObjectType(type) || !id) continue;
    const name = idTypeOf(type);
    id.resolve = (row: { id: string }) => toGlobalId(name, row.id);
  }
}

function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}

/** Things of one kind share their ids whatever their type: a Venue is found as an Offer. */
function idTypeOf(type: GraphQLObjectType): string {
  return type.getInterfaces().find(({ name }) => name !== 'Node')?.name ?? type.name;
}
