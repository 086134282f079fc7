import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { BadValue } from '../words/bad-value.js';
import type { Words } from '../words/words.js';
import { at } from './text.js';

interface TextScalar<T> {
  readonly name: string;
  readonly description: string;
  /** Throws a BadValue that names what is wrong. */
  parse(text: string): T;
  print(value: unknown): string;
  /** Said when something else than text was sent. */
  readonly expected: Words;
  /** Numbers are read too, by their digits. */
  readonly numbers?: boolean;
}

/** A scalar that is written as text: one reading for variables and literals. */
export function textScalar<T>(scalar: TextScalar<T>): GraphQLScalarType<T, string> {
  const read = (value: unknown): T => {
    if (typeof value !== 'string') throw new BadValue(scalar.expected);
    return scalar.parse(value);
  };
  return new GraphQLScalarType<T, string>({
    name: scalar.name,
    description: scalar.description,
    serialize: (value) => scalar.print(value),
    parseValue: (value) => read(scalar.numbers && typeof value === 'number' ? String(value) : value),
    parseLiteral: (node) => at(node, () => read(textOf(node, scalar.numbers ?? false))),
  });
}

function textOf(node: ValueNode, numbers: boolean): string | null {
  if (node.kind === Kind.STRING) return node.value;
  return numbers && (node.kind === Kind.INT || node.kind === Kind.FLOAT) ? node.value : null;
}
