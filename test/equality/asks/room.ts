import { getNamedType, getNullableType, isCompositeType, isListType, type GraphQLOutputType } from 'graphql';
import type { Given } from './values.js';

type Arguments = Readonly<Record<string, Given>>;

const DEFAULT_PAGE = 20;
/** What a list without pages is taken to hold. */
const SHORT_LIST = 3;

/** The arguments with no more entries than there is room for; bad sizes stay bad. */
export function pageWithin(args: Arguments, room: number): Arguments {
  const { first, last, ...others } = args;
  const isSized = [first, last].some((one) => one && sizesOf(one).every((size) => size !== null));
  if (!isSized && room < DEFAULT_PAGE) return { ...others, first: sized('Int', [room, room]) };
  return {
    ...others,
    ...(first && { first: within(first, room) }),
    ...(last && { last: within(last, room) }),
  };
}

/** How many things an answer may hold beneath the field, for each that holds it. */
export function itemsOf(type: GraphQLOutputType, args: Arguments): number {
  if (isPage(type)) {
    const given = [args['first'], args['last']].filter((one) => one !== undefined);
    const sizes = given.flatMap((one) => (one.manner === 'unset' ? [null] : sizesOf(one)));
    return sizes.length > 0 ? Math.max(1, ...sizes.map((size) => size ?? DEFAULT_PAGE)) : DEFAULT_PAGE;
  }
  const named = getNamedType(type);
  const isList = isListType(getNullableType(type)) && isCompositeType(named);
  // A page has counted its edges already.
  return isList && !named.name.endsWith('Edge') ? SHORT_LIST : 1;
}

export function isPage(type: GraphQLOutputType): boolean {
  return getNamedType(type).name.endsWith('Connection');
}

function within(given: Given, room: number): Given {
  const [one = null, other = null] = sizesOf(given).map((size) =>
    size === null ? null : Math.min(size, room),
  );
  const manner = given.manner === 'unset' && room < DEFAULT_PAGE ? 'variable' : given.manner;
  return { ...sized(given.type, [one, other]), manner };
}

function sized(type: string, turns: readonly [number | null, number | null]): Given {
  return { type, manner: 'literal', content: { kind: 'leaf', turns, isEnum: false } };
}

function sizesOf({ content }: Given): (number | null)[] {
  const turns = content.kind === 'leaf' ? content.turns : [null];
  return turns.map((size) => (typeof size === 'number' ? size : null));
}
