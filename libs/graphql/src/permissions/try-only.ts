import { Extensions } from '@nestjs/graphql';
import { GraphQLBoolean, type GraphQLField, type GraphQLSchema } from 'graphql';

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    canBeTried?: true;
  }
}

const ARGUMENT = 'tryOnly';

/**
 * Beside @Allow: what the act would do can be seen before it is done (试一下). The field gets an argument `tryOnly`; with
 * it, all is done and answered as without, and then taken back.
 */
export function CanBeTried(): MethodDecorator {
  return Extensions({ canBeTried: true });
}

/** Gives every field marked so its argument. */
export function addTryArguments(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (!field.extensions.canBeTried) continue;
    field.args = [
      ...field.args,
      {
        name: ARGUMENT,
        type: GraphQLBoolean,
        description:
          'True to see what would happen (试一下): the answer is the same, but nothing is stored and nobody is told. Ids of what would have come to be are ids of nothing. `extensions.tried` of the response names the fields that were only tried.',
        defaultValue: undefined,
        deprecationReason: undefined,
        extensions: {},
        astNode: undefined,
      },
    ];
  }
}

/** Whether a field is asked for only to see what it would do. */
export function isOnlyTried(field: GraphQLField<unknown, unknown>, args: Record<string, unknown>): boolean {
  return field.extensions.canBeTried === true && args[ARGUMENT] === true;
}
