import * as fc from 'fast-check';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';

/** A value, in each of the two ways in which its document is asked. */
export type Content =
  | { readonly kind: 'leaf'; readonly turns: readonly [unknown, unknown]; readonly isEnum: boolean }
  | { readonly kind: 'list'; readonly items: readonly Given[] }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Given>> };

/** How a value comes to its place: in the document, or by a variable that may have a default, or not be given at first. */
export type Manner = 'literal' | 'variable' | 'default' | 'unset';

export interface Given {
  readonly type: string;
  readonly manner: Manner;
  readonly content: Content;
}

/** Ids that mostly fit, the one with most to tell first, and others. */
export interface IdStock {
  readonly own: readonly string[];
  readonly others: readonly string[];
}

/** What leaves are taken from. */
export interface Stock {
  /** Ids that are asked for under this name. */
  ids(name: string): IdStock;
  readonly cursors: ReadonlyMap<string, readonly string[]>;
}

type Slot = GraphQLArgument | GraphQLInputField;

const INSTANTS = [
  '2026-11-27T00:00:00Z',
  '2026-12-05T02:00:00Z',
  '2026-12-19T02:30:00.001Z',
  '2027-01-09T00:00:00+08:00',
];
const DAYS = ['2026-11-01', '2026-12-01', '2027-01-01'];
const SEARCHES = ['', '周浦', 'zpz', '学校', 'bus', '021', '%', 'a\\'];
const SIZES = [1, 2, 3, 5, 20];

/** Draws values for arguments and input fields. */
export class Values {
  constructor(private readonly stock: Stock) {}

  /** The arguments of a field, by name. */
  arguments(
    field: string,
    args: readonly GraphQLArgument[],
    isRoot: boolean,
  ): fc.Arbitrary<Record<string, Given>> {
    const paging = args.some(({ name }) => name === 'last') ? this.page(field, args) : fc.constant({});
    const others = args.filter(({ name }) => !['first', 'last', 'after', 'before'].includes(name));
    const named = isRoot && others.some(({ name }) => name === 'id') ? field : null;
    return fc.tuple(paging, this.slots(others, named)).map(([page, rest]) => ({ ...rest, ...page }));
  }

  private slots(slots: readonly Slot[], idOf: string | null): fc.Arbitrary<Record<string, Given>> {
    const model = Object.fromEntries(
      slots.map((slot) => [
        slot.name,
        this.given(slot.type, idOf ?? slot.name, slot.defaultValue !== undefined),
      ]),
    );
    const requiredKeys = slots
      .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
      .map(({ name }) => name);
    return fc.record(model, { requiredKeys });
  }

  private given(type: GraphQLInputType, name: string, hasDefault: boolean): fc.Arbitrary<Given> {
    const isOptional = !isNonNullType(type) || hasDefault;
    const manner = fc.oneof(
      { weight: 4, arbitrary: fc.constant<Manner>('literal') },
      { weight: 3, arbitrary: fc.constant<Manner>('variable') },
      { weight: 1, arbitrary: fc.constant<Manner>('default') },
      ...(isOptional ? [{ weight: 1, arbitrary: fc.constant<Manner>('unset') }] : []),
    );
    return fc.record({ type: fc.constant(String(type)), manner, content: this.content(type, name) });
  }

  private content(type: GraphQLInputType, name: string): fc.Arbitrary<Content> {
    if (!isNonNullType(type)) {
      const some = { weight: 12, arbitrary: this.something(type, name) };
      return fc.oneof(some, { weight: 1, arbitrary: leaf(fc.constant(null)) });
    }
    return this.something(type.ofType, name);
  }

  private something(type: GraphQLInputType, name: string): fc.Arbitrary<Content> {
    if (isListType(type)) {
      const items = fc.array(this.given(type.ofType, name, false), { maxLength: 3 });
      return items.map((all): Content => ({ kind: 'list', items: all.map(alwaysGiven) }));
    }
    if (isInputObjectType(type))
      return this.slots(Object.values(type.getFields()), null).map((fields): Content => ({
        kind: 'object',
        fields,
      }));
    if (isEnumType(type)) return leaf(fc.constantFrom(...type.getValues().map((one) => one.name)), true);
    return leaf(this.scalar(String(type), name));
  }

  private scalar(type: string, name: string): fc.Arbitrary<unknown> {
    if (type === 'ID') {
      const { own, others } = this.stock.ids(name);
      return fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...own.slice(0, 1)) },
        { weight: 5, arbitrary: fc.constantFrom(...own) },
        { weight: 1, arbitrary: fc.constantFrom(...others) },
      );
    }
    if (type === 'DateTime') return fc.constantFrom(...INSTANTS);
    if (type === 'Date') return fc.constantFrom(...DAYS);
    if (type === 'Quarter') return fc.constantFrom('2026-Q4', '2027-Q1');
    if (type === 'Int') return fc.constantFrom(2026, 2027, 2201);
    if (type === 'Boolean') return fc.boolean();
    if (type === 'String') return fc.constantFrom(...SEARCHES);
    if (type === 'Decimal') return fc.constantFrom('0.5', '20', '60.0');
    throw new Error(`Nothing is known to ask for as a ${type} named ${name}.`);
  }

  /** Mostly pages that can be. */
  private page(field: string, args: readonly GraphQLArgument[]): fc.Arbitrary<Record<string, Given>> {
    const typeOf = (name: string) => String(args.find((one) => one.name === name)?.type);
    const value = (name: string, arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<Given> =>
      fc.record({
        type: fc.constant(typeOf(name)),
        manner: fc.constantFrom<Manner>('literal', 'literal', 'variable', 'default', 'unset'),
        content: leaf(arbitrary),
      });
    const size = fc.constantFrom(...SIZES);
    const bad = fc.constantFrom(0, -1, null);
    const cursor = this.cursor(field);
    const page = (shape: Record<string, fc.Arbitrary<unknown>>, weight: number) => ({
      weight,
      arbitrary: fc.record(
        Object.fromEntries(Object.entries(shape).map(([name, one]) => [name, value(name, one)])),
      ) as fc.Arbitrary<Record<string, Given>>,
    });
    return fc.oneof(
      page({}, 6),
      page({ first: size }, 8),
      page({ last: size }, 5),
      page({ first: size, after: cursor }, 6),
      page({ last: size, before: cursor }, 6),
      page({ after: cursor }, 1),
      page({ before: cursor }, 1),
      page({ first: bad }, 1),
      page({ last: bad }, 1),
      page({ first: size, last: size }, 1),
      page({ first: size, before: cursor }, 1),
    );
  }

  /** Of this list, seldom of another one, cut or edited. */
  private cursor(field: string): fc.Arbitrary<string | null> {
    const given = this.stock.cursors.get(field) ?? [];
    const own = fc.constantFrom(...(given.length > 0 ? given : ['none']));
    const any = fc.constantFrom(...[...this.stock.cursors.values()].flat());
    return fc.oneof(
      { weight: 20, arbitrary: own },
      { weight: 2, arbitrary: any },
      { weight: 1, arbitrary: own.map((text) => text.slice(0, -3)) },
      {
        weight: 1,
        arbitrary: own.map((text) => text.slice(0, 14) + (text[14] === 'A' ? 'B' : 'A') + text.slice(15)),
      },
      { weight: 1, arbitrary: fc.constant(null) },
    );
  }
}

function leaf(arbitrary: fc.Arbitrary<unknown>, isEnum = false): fc.Arbitrary<Content> {
  return fc.tuple(arbitrary, arbitrary).map((turns): Content => ({ kind: 'leaf', turns, isEnum }));
}

/** An entry of a list is there or is not. */
function alwaysGiven(given: Given): Given {
  return given.manner === 'unset' ? { ...given, manner: 'variable' } : given;
}

/** The value as JSON, the first or the second time. */
export function valueOf({ content }: Given, turn: 0 | 1): unknown {
  if (content.kind === 'leaf') return content.turns[turn];
  if (content.kind === 'list') return content.items.map((item) => valueOf(item, turn));
  return Object.fromEntries(
    Object.entries(content.fields).map(([name, field]) => [name, valueOf(field, turn)]),
  );
}
