import { Extensions } from '@nestjs/graphql';
import { defaultFieldResolver, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { currentLanguage } from '../errors/request-scope.js';
import type { Words } from './words.js';

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    spoken?: true;
  }
}

/** On a String field whose value is Words, or null: it is answered in the language of the request. */
export function Spoken(): PropertyDecorator & MethodDecorator {
  return Extensions({ spoken: true });
}

/** Picks the language at the edge, so that whoever refuses need not know it. */
export function speakOneLanguage(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const kinds = [type, ...type.getInterfaces().filter(isInterfaceType)];
    for (const field of Object.values(type.getFields())) {
      if (!kinds.some((kind) => kind.getFields()[field.name]?.extensions.spoken)) continue;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = async (...args) => {
        const words = (await resolve(...args)) as Words | null;
        return words && words[currentLanguage()];
      };
    }
  }
}
