import { GraphQLID, GraphQLScalarType, GraphQLString, type ValueNode } from 'graphql';
import { BadValue } from '../words/bad-value.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { holdsHidden } from './hidden.js';

const LONGEST = 2_000;
const LONGEST_LONG_TEXT = 100_000;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * NFC, so that what looks the same is the same; no NUL and no half characters, which cannot be stored; nothing that
 * reads otherwise than it is written.
 */
export function cleanText(value: string, longest: number): string {
  if (value.includes('\0')) throw new BadValue(GRAPHQL_WORDS.holdsNul);
  if (LONE_SURROGATE.test(value)) throw new BadValue(GRAPHQL_WORDS.holdsHalfCharacter);
  if (holdsHidden(value)) throw new BadValue(GRAPHQL_WORDS.holdsHidden);
  const text = value.normalize('NFC');
  const length = text.length > longest ? Array.from(text).length : text.length;
  if (length <= longest) return text;
  throw new BadValue(GRAPHQL_WORDS.textTooLong({ most: longest, count: length }));
}

const base = { parseValue: GraphQLString.parseValue, parseLiteral: GraphQLString.parseLiteral };
const baseId = { parseValue: GraphQLID.parseValue, parseLiteral: GraphQLID.parseLiteral };

/** For minutes, notices and the like, where 2,000 characters are too few. */
export const LongText = new GraphQLScalarType<string, string>({
  name: 'LongText',
  description: `Text of at most ${LONGEST_LONG_TEXT} characters. It is kept in Unicode's composed form (NFC).`,
  serialize: (value) => GraphQLString.serialize(value),
  ...disciplined(base, LONGEST_LONG_TEXT),
});

/**
 * graphql-js has one String and one ID for all schemas, and every string of a client is read by their two
 * functions, be it a variable, a literal or a default. Changed there, nothing can slip by.
 */
export function disciplineText(): void {
  Object.assign(GraphQLString, disciplined(base, LONGEST));
  Object.assign(GraphQLID, disciplined(baseId, LONGEST));
}

function disciplined(
  scalar: Pick<GraphQLScalarType<string>, 'parseValue' | 'parseLiteral'>,
  longest: number,
) {
  return {
    parseValue: (value: unknown) => cleanText(scalar.parseValue(value), longest),
    parseLiteral: (node: ValueNode) => at(node, () => cleanText(scalar.parseLiteral(node), longest)),
  };
}

/** An error about a literal carries its place in the document. */
export function at<T>(node: ValueNode, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadValue && error.nodes === undefined) throw new BadValue(error.words, node);
    throw error;
  }
}
