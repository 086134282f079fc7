import { GraphQLError, type ASTNode, type GraphQLScalarType } from 'graphql';
import { translateTechnical } from './technical-words.js';
import type { Words } from './words.js';

/** A scalar's refusal of a value, which graphql-js hands on with its place. */
export class BadValue extends GraphQLError {
  constructor(
    readonly words: Words,
    node?: ASTNode,
  ) {
    super(words.en, { nodes: node });
    this.name = 'BadValue';
  }
}

/** What graphql-js says of a value, in both languages; in our words where it was our scalar that refused. */
export function wordsOf(error: GraphQLError): Words {
  for (let cause: unknown = error; cause instanceof GraphQLError; cause = cause.originalError) {
    if (cause instanceof BadValue) return cause.words;
  }
  return translateTechnical(error.message);
}

/** Why a scalar would refuse a value that came by another way; null when it takes it. */
export function findScalarProblem(scalar: GraphQLScalarType, value: unknown): Words | null {
  try {
    scalar.parseValue(value);
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return wordsOf(error);
    throw error;
  }
}
