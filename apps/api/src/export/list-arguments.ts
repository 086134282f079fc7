import { ApiError, wordsOf, type FieldProblem } from '#graphql';
import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
} from 'graphql';

const WORDS = {
  once: { en: 'This may be given once.', zh: '此参数只能给一次。' },
  unknown: { en: 'This list knows no such parameter.', zh: '该列表没有此参数。' },
};

const PAGING = new Set(['first', 'after', 'last', 'before']);

/** The arguments of a list that are not about its pages. */
export function wishArguments(field: GraphQLField<unknown, unknown>): readonly GraphQLArgument[] {
  return field.args.filter(({ name }) => !PAGING.has(name));
}

/** A query string has texts alone; one that says nothing of the type stays, and is judged by it. */
function valueOf(text: string, { name }: GraphQLNamedType): unknown {
  if (name === 'Boolean') return text === 'true' || (text === 'false' ? false : text);
  return name === 'Int' && /^-?\d+$/.test(text) ? Number(text) : text;
}

/**
 * The arguments of a list from a query string: its filter's fields, and `orderBy`, by their names; a list is given by
 * repeating its name.
 * @throws BAD_USER_INPUT naming each parameter that is unknown or malformed
 */
export function readArguments(
  field: GraphQLField<unknown, unknown>,
  query: URLSearchParams,
): Record<string, unknown> {
  const problems: FieldProblem[] = [];
  const left = new Set(query.keys());
  const read = (name: string, type: GraphQLInputType): unknown => {
    const values = query.getAll(name);
    if (!left.delete(name)) return undefined;
    const given = values.map((text) => valueOf(text, getNamedType(type)));
    if (isListType(getNullableType(type))) return given;
    if (given.length > 1) problems.push({ path: name, message: WORDS.once });
    return given[0];
  };
  const wishes = wishArguments(field).map((argument) => {
    const type = getNamedType(argument.type);
    if (!isInputObjectType(type)) return [argument, read(argument.name, argument.type)] as const;
    const fields = Object.values(type.getFields()).map(({ name, type: inner }) => [name, read(name, inner)]);
    const given = fields.filter(([, value]) => value !== undefined);
    const isNeeded = given.length > 0 || isRequiredArgument(argument);
    return [argument, isNeeded ? (Object.fromEntries(given) as object) : undefined] as const;
  });
  for (const name of left) problems.push({ path: name, message: WORDS.unknown });
  for (const [{ name, type }, value] of wishes) {
    // The fields of a filter are parameters of their own.
    const place = isInputObjectType(getNamedType(type)) ? [] : [name];
    if (value !== undefined)
      coerceInputValue(value, type, (path, _, error) => {
        problems.push({ path: [...place, ...path].join('.'), message: wordsOf(error) });
      });
  }
  if (problems.length > 0) throw ApiError.badInput(problems);
  return Object.fromEntries(
    wishes.flatMap(([{ name }, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
