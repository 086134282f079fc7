import * as fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { Given, Manner, Values } from './values.js';

export interface Directive {
  readonly name: 'skip' | 'include';
  readonly when: Given;
}

/** What is asked for at one place, before it has names that fit together. */
export type Item = { readonly directive: Directive | null } & (
  | {
      readonly kind: 'field';
      readonly field: GraphQLField<unknown, unknown>;
      readonly alias: string | null;
      readonly args: Readonly<Record<string, Given>>;
      readonly beneath: Beneath | null;
    }
  | { readonly kind: 'typename'; readonly alias: string | null }
  | { readonly kind: 'inline' | 'named'; readonly on: string | null; readonly beneath: Beneath }
  | { readonly kind: 'again' }
);

export interface Beneath {
  readonly type: string;
  readonly items: readonly Item[];
}

/** Draws what to ask for, from the schema as it is: a new field is asked for from its first day. */
export class Selections {
  private readonly known = new Map<string, fc.Arbitrary<Beneath>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly values: Values,
  ) {}

  /** Selections of the type, no deeper than so many fields. */
  of(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Beneath> {
    const key = `${type.name} ${depth}`;
    const known = this.known.get(key) ?? this.make(type, depth);
    this.known.set(key, known);
    return known;
  }

  private make(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Beneath> {
    const item = fc.oneof(
      { weight: 12, arbitrary: this.field(type, depth) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('typename' as const), alias: ALIAS, directive: DIRECTIVE }),
      },
      ...(depth > 1 ? [{ weight: 2, arbitrary: this.fragment(type, depth) }] : []),
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const), directive: DIRECTIVE }) },
    ) as fc.Arbitrary<Item>;
    return fc
      .array(item, { minLength: 1, maxLength: 3, size: 'max' })
      .map((items) => ({ type: type.name, items }));
  }

  private field(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Item> {
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const asked = fields.filter((field) => depth > 1 || isLeafType(getNamedType(field.type)));
    if (asked.length === 0) return fc.constant({ kind: 'typename', alias: null, directive: null });
    return fc.oneof(
      ...asked.map((field) => ({ weight: weightOf(field), arbitrary: this.one(type, field, depth) })),
    );
  }

  private one(
    type: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
  ): fc.Arbitrary<Item> {
    const named = getNamedType(field.type);
    return fc.record({
      kind: fc.constant('field' as const),
      field: fc.constant(field),
      alias: ALIAS,
      args: this.values.arguments(field.name, field.args, type.name === 'Query'),
      directive: DIRECTIVE,
      beneath: isCompositeType(named) ? this.of(named, depth - 1) : fc.constant(null),
    });
  }

  private fragment(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Item> {
    const conditions = this.conditionsOn(type);
    return fc.oneof(
      ...conditions.map((condition) =>
        fc.record({
          kind: fc.constantFrom<'inline' | 'named'>('inline', 'named'),
          on: condition === type ? fc.constantFrom(null, type.name) : fc.constant(condition.name),
          directive: DIRECTIVE,
          beneath: this.of(condition, depth - 1),
        }),
      ),
    );
  }

  /** The type itself, and whatever some of its things are too. */
  private conditionsOn(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const { schema } = this;
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const others = Object.values(schema.getTypeMap()).filter(
      (one): one is GraphQLCompositeType =>
        one !== type &&
        ((isObjectType(one) && possible.includes(one)) ||
          (isAbstractType(one) && possible.some((each) => schema.isSubType(one, each)))),
    );
    return [type, ...others];
  }
}

const ALIAS = fc.option(fc.constantFrom('a', 'b'), { freq: 5 });

const MANNER = fc.constantFrom<Manner>('literal', 'variable', 'variable', 'default');

const DIRECTIVE: fc.Arbitrary<Directive | null> = fc.option(
  fc.record({
    name: fc.constantFrom('skip' as const, 'include' as const),
    when: fc
      .record({ manner: MANNER, turns: fc.tuple(fc.boolean(), fc.boolean()) })
      .map(({ manner, turns }): Given => ({
        type: 'Boolean!',
        manner,
        content: { kind: 'leaf', turns, isEnum: false },
      })),
  }),
  { freq: 12 },
);

/** Most of what can go wrong lies deeper. */
function weightOf({ name, type }: GraphQLField<unknown, unknown>): number {
  if (name === 'edges' || name === 'node') return 8;
  // By what one thing is told from another.
  if (/^(id|name|personName|title)$/.test(name)) return 4;
  return isCompositeType(getNamedType(type)) ? 3 : 1;
}
