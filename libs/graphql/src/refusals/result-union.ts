import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { typenameOf } from '../ids/typename-of.js';

type AnyClass = Type<object> | (abstract new (...args: never[]) => object);

/**
 * The union of a mutation's outcomes and its refusals. A row or a refusal is of the type that its class is named
 * after; a plain object is the first member.
 */
export function resultUnion(name: string, members: readonly [AnyClass, ...AnyClass[]]): object {
  const [outcome] = members;
  return createUnionType({
    name,
    description: `What ${name.replace(/Result$/, '')} answers: the outcome, or the refusal that says why not.`,
    types: () => [...members] as Type<object>[],
    resolveType: (value: object) => {
      const typename = typenameOf(value);
      return typename === 'Object' ? outcome : typename;
    },
  });
}
