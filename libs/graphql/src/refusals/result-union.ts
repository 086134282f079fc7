import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';

/** The union of a mutation's outcome and its refusals; the class of the value says which member it is. */
export function resultUnion<const Members extends readonly Type<object>[]>(
  name: string,
  members: Members,
): InstanceType<Members[number]> {
  return createUnionType({
    name,
    description: `What ${name.replace(/Result$/, '')} answers: the outcome, or the refusal that says why not.`,
    types: () => members,
    resolveType: (value: unknown) => {
      const member = members.find((type) => value instanceof type);
      if (member === undefined) throw new Error(`${name} has no member for a ${className(value)}.`);
      return member;
    },
  });
}

function className(value: unknown): string {
  return typeof value === 'object' && value !== null ? value.constructor.name : typeof value;
}
