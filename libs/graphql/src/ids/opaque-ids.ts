import { defaultFieldResolver, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../request-context.js';
import { toGlobalId } from './global-id.js';

/** Rows carry plain uuids; on the way out the `id` of every Node becomes opaque, so that no type can forget it. */
export function makeIdsOpaque(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const id = isObjectType(type) && isNode(type) ? type.getFields()['id'] : undefined;
    if (!isObjectType(type) || !id) continue;
    const name = idTypeOf(type);
    const { resolve = defaultFieldResolver } = id;
    id.resolve = async (parent, args, context: RequestContext, info) =>
      toGlobalId(name, String(await resolve(parent, args, context, info)));
    noteEachShown(type, name);
  }
}

function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}

/** Whatever is asked of a thing, and under whatever name, the request knows that the thing was shown. */
function noteEachShown(type: GraphQLObjectType, name: string): void {
  for (const field of Object.values(type.getFields())) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (parent: { id?: unknown }, args, context: RequestContext, info) => {
      if (typeof parent.id === 'string') context.noteShown?.(toGlobalId(name, parent.id));
      return resolve(parent, args, context, info);
    };
  }
}

/** Things of one kind share their ids whatever their type: a Venue is found as an Offer. */
function idTypeOf(type: GraphQLObjectType): string {
  return type.getInterfaces().find(({ name }) => name !== 'Node')?.name ?? type.name;
}
