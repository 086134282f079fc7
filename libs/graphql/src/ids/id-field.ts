import { Field, ID } from '@nestjs/graphql';
import { toGlobalId } from './global-id.js';

/** The `id` of an object type whose values are rows: the uuid becomes opaque on its way out. */
export function IdField(type: string): PropertyDecorator {
  return Field(() => ID, {
    description: 'Opaque, and unique over all types.',
    middleware: [async (_context, next) => toGlobalId(type, String(await next()))],
  });
}
