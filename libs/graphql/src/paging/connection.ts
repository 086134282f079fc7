import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';

/** A page as its resolver answers it. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfo;
  /** Only there when it was asked for. */
  readonly totalCount?: number | undefined;
}

/** Where a page stands in its list. */
@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'More follow. Paging backwards: true when `before` was given.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'More precede. Paging forwards: true when `after` was given.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first entry; null on an empty page.',
  })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last entry; null on an empty page.',
  })
  readonly endCursor!: string | null;
}

/** Object types and interfaces alike. */
export type NodeType<T> = Type<T> | (abstract new (...args: never[]) => T);

/** The connection and edge types of a node type. Call it once per type and export the class. */
export function connectionOf<T>(node: NodeType<T>, name: string = node.name): Type<Page<T>> {
  const nodeType = () => node;

  @ObjectType(`${name}Edge`, { description: `One ${name} in a list.` })
  class Edge {
    @Field(() => String, { description: 'Where it stands in this list in this order.' })
    readonly cursor!: string;

    @Field(nodeType, { description: `The ${name}.` })
    readonly node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection implements Page<T> {
    @Field(() => [Edge], { description: 'The entries of this page, in the order of the list.' })
    readonly edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many the whole list has; counted only when asked for.' })
    readonly totalCount?: number;
  }

  return Connection;
}
