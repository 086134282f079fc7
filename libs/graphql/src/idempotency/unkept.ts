import { Extensions } from '@nestjs/graphql';
import { getArgumentValues, type FieldNode, type GraphQLField, type GraphQLSchema } from 'graphql';

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    unkept?: readonly string[];
  }
}

type Variables = Readonly<Record<string, unknown>>;

/**
 * Beside @Mutation: nothing that stays depends on these arguments, neither the hash of a request with a key nor its
 * line in the log. Of few values one could be found by trying. A repetition with another value is given the first answer.
 */
export function Unkept(...names: readonly string[]): MethodDecorator {
  return Extensions({ unkept: names });
}

/** Whether an argument of that mutation is not to be kept. */
export function isUnkept(schema: GraphQLSchema, name: string): boolean {
  return findMutation(schema, name)?.extensions.unkept !== undefined;
}

/**
 * By what a request is known again whose text holds what is not to be kept: its field and the other arguments. Null
 * for any other request.
 */
export function findKnownPart(schema: GraphQLSchema, node: FieldNode, variables: Variables): string | null {
  const field = findMutation(schema, node.name.value);
  const { unkept } = field?.extensions ?? {};
  if (!field || !unkept) return null;
  const known = Object.entries(getArgumentValues(field, node, variables)).filter(
    ([name]) => !unkept.includes(name),
  );
  return JSON.stringify([field.name, known]);
}

function findMutation(schema: GraphQLSchema, name: string): GraphQLField<unknown, unknown> | undefined {
  return schema.getMutationType()?.getFields()[name];
}
