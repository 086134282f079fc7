import type { Role } from '#tenancy';
import { Extensions } from '@nestjs/graphql';
import { GraphQLID, type GraphQLField, type GraphQLSchema } from 'graphql';
import { fromGlobalId } from '../ids/global-id.js';

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    onBehalf?: true;
  }
}

const ARGUMENT = 'onBehalfOf';

/** The committee's posts; which networks a committee convenes, the database looks up. */
export const RECORDERS: readonly Role[] = ['SECRETARY', 'OFFICER'];

/**
 * Beside @Allow: a committee may record this act for a unit that has said so, by telephone say (代办). The field gets an
 * argument `onBehalfOf`, and its act is done with that unit's rights. Without it nothing can be done on behalf of a
 * unit: never for what a unit has to do itself, such as a vote or a score.
 */
export function OnBehalf(): MethodDecorator {
  return Extensions({ onBehalf: true });
}

/** Gives every field marked so its argument. */
export function addOnBehalfArguments(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (!field.extensions.onBehalf) continue;
    field.args = [
      ...field.args,
      {
        name: ARGUMENT,
        type: GraphQLID,
        description:
          'The id of a unit of a network that your committee convenes, which has said this by telephone, say (代办). It is recorded as such, and the unit is told. Who: secretary, officer.',
        defaultValue: undefined,
        deprecationReason: undefined,
        extensions: {},
        astNode: undefined,
      },
    ];
  }
}

/** The unit on whose behalf a field is asked for; null when it is not. */
export function findOnBehalfOf(
  field: GraphQLField<unknown, unknown>,
  args: Record<string, unknown>,
): string | null {
  const given = args[ARGUMENT];
  return field.extensions.onBehalf && typeof given === 'string' ? fromGlobalId('Unit', given) : null;
}
