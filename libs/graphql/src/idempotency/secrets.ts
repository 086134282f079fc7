import { Extensions } from '@nestjs/graphql';
import { defaultFieldResolver, isObjectType, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../request-context.js';

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    secret?: boolean;
  }
}

/** A field whose value is told once and stored nowhere as it is: an answer that is kept for retries goes without it. */
export function Secret(): PropertyDecorator & MethodDecorator {
  return Extensions({ secret: true });
}

/** Tells the request which secrets its answer holds, under whatever alias. */
export function noteSecrets(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields()).filter(({ extensions }) => extensions.secret)) {
      const { resolve = defaultFieldResolver } = field;
      field.resolve = async (parent, args, context: RequestContext, info) => {
        const value: unknown = await resolve(parent, args, context, info);
        context.noteSecret?.(String(value));
        return value;
      };
    }
  }
}
