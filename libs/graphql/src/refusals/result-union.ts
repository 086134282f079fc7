import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { Refusal } from './refusal.js';

type AnyClass = Type<object> | (abstract new (...args: never[]) => object);

/**
 * The union of a mutation's outcome and its refusals. The outcome comes first: its values are rows, whose class is
 * another; refusals are told by their class.
 */
export function resultUnion<const Members extends readonly [AnyClass, ...AnyClass[]]>(
  name: string,
  members: Members,
): object {
  return createUnionType({
    name,
    description: `What ${name.replace(/Result$/, '')} answers: the outcome, or the refusal that says why not.`,
    types: () => members as readonly Type<object>[] as Type<object>[],
    resolveType: (value: unknown) => {
      const member = members.find((type) => value instanceof type);
      if (member === undefined && !(value instanceof Refusal)) return members[0];
      if (member === undefined) throw new Error(`${name} has no member for a ${className(value)}.`);
      return member;
    },
  });
}

function className(value: unknown): string {
  return typeof value === 'object' && value !== null ? value.constructor.name : typeof value;
}
