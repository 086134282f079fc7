import { getMetadataStorage, ValidateBy } from 'class-validator';
import type { FieldProblem } from '../errors/api-error.js';
import { holdsBreaks } from '../scalars/hidden.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';

const NAME = 'manyLines';

/** A text that may have line breaks; every other text of an input is a line. Partial types inherit it, as any rule. */
export function ManyLines(): PropertyDecorator {
  return ValidateBy({ name: NAME, validator: { validate: () => true } });
}

/** Texts of an input, and of the inputs in it, that should be a line and are not. */
export function findBreaks(input: object, parent: string | undefined): FieldProblem[] {
  return Object.entries(input).flatMap(([name, value]: [string, unknown]) => {
    const path = parent ? `${parent}.${name}` : name;
    if (typeof value === 'object' && value !== null) return isInput(value) ? findBreaks(value, path) : [];
    const isBroken = typeof value === 'string' && holdsBreaks(value) && !mayBreak(input, name);
    return isBroken ? [{ path, message: GRAPHQL_WORDS.oneLine }] : [];
  });
}

/** Beside the arguments of a step stands its input, as it came: it is judged by itself, and knows its own rules. */
function isInput(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== null && prototype !== Object.prototype;
}

function mayBreak({ constructor }: object, name: string): boolean {
  const rules = getMetadataStorage().getTargetValidationMetadatas(constructor, '', false, false);
  return rules.some((rule) => rule.name === NAME && rule.propertyName === name);
}
