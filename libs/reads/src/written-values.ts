import { idTypeOf, isNode } from '#graphql';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { caseJson, Json, listJson, NULL, pairsJson } from './json.js';
import { quote, raw, sql, type Sql } from './sql.js';

// What the database writes as clients read it. PostgreSQL puts blanks between the parts of JSON but never a tab, and
// text goes into JSON with its tabs escaped: so a tab tells of something that is missing, and nobody can forge it.

/** Stands where the schema promises a value and there is none. */
export const MISSING = '\t';
const MISSING_JSON = new Json([raw(String.raw`E'\tnull'`)]);

/** Thrown while a statement is made: what is asked for needs JavaScript. */
export class NeedsResolver extends Error {}

const AS_STORED = new Set(['String', 'LongText', 'Date', 'Decimal']);
const AS_CAST = new Set(['Int', 'Boolean']);

type Field = GraphQLField<unknown, unknown>;

/** A leaf that is not null; throws NeedsResolver where only its resolver or its scalar knows how it is written. */
export function leafJson(on: GraphQLObjectType, field: Field, value: Sql): Json {
  const type = getNamedType(field.type);
  if (field.name === 'id' && isNode(on)) return quoted(sql`app.opaque_id(${quote(idTypeOf(on))}, ${value})`);
  if (field.resolve) throw new NeedsResolver(`${on.name}.${field.name}`);
  const isList = isListType(getNullableType(field.type));
  if (AS_STORED.has(type.name) || (isList && (AS_CAST.has(type.name) || isPlainEnum(type))))
    return new Json([sql`to_json(${value})::text`]);
  if (!isList) {
    if (AS_CAST.has(type.name)) return new Json([sql`(${value})::text`]);
    if (isPlainEnum(type)) return quoted(value);
    if (type.name === 'DateTime') return quoted(sql`app.instant(${value})`);
    if (type.name === 'TimeOfDay') return quoted(sql`app.time_of_day(${value})`);
  }
  throw new NeedsResolver(`${on.name}.${field.name}`);
}

/** A leaf of JSON that is stored as such. */
export function jsonLeafJson(on: GraphQLObjectType, field: Field, json: Sql): Json {
  const { name } = getNamedType(field.type);
  if (name === 'TimeOfDay') return leafJson(on, field, sql`(${json} ->> ${quote(field.name)})::integer`);
  if (name === 'DateTime') throw new NeedsResolver(`${on.name}.${field.name}`);
  leafJson(on, field, json);
  return new Json([sql`(${json} -> ${quote(field.name)})::text`]);
}

/** What may turn out null: null, or the mark where it must not be. */
export function promised(field: Field, value: Json): Json {
  return value.orNull(nullOf(field));
}

/** What is there if `isThere`, else null or the mark. */
export function jsonIf(isThere: Sql, json: Json, field: Field): Json {
  return caseJson([[isThere, json]], nullOf(field));
}

/** Objects that are stored as JSON: each as `write` says, which is given the name that one of them has. */
export function storedJson(field: Field, value: Sql, alias: string, write: (one: Sql) => Json): Json {
  const name = raw(alias);
  const one = sql`${name}.value`;
  if (!isListType(getNullableType(field.type))) {
    const object = jsonIf(sql`${one} IS NOT NULL`, write(one), field);
    return new Json([sql`(SELECT ${object.text} FROM (SELECT (${value})::jsonb AS value) ${name})`]);
  }
  const list = listJson(write(one), sql`${name}.ordinality`);
  const rows = sql`jsonb_array_elements((${value})::jsonb) WITH ORDINALITY ${name} (value, ordinality)`;
  const json = new Json([sql`(SELECT ${list.text} FROM ${rows})`]);
  return isNonNullType(field.type) ? json : jsonIf(sql`${value} IS NOT NULL`, json, field);
}

/** One object of what all kinds have, and for each kind what it alone is asked for. */
export function ofKindsJson(
  common: ReadonlyMap<string, Json>,
  kinds: readonly { readonly is: Sql; readonly own: ReadonlyMap<string, Json> }[],
): Json {
  const comma = common.size > 0 ? ',' : '';
  const cases = kinds.map(({ is, own }) => [is, new Json([comma, ...pairsJson(own).parts])] as const);
  return new Json(['{', ...pairsJson(common).parts, ...caseJson(cases, new Json([])).parts, '}']);
}

/** Of a text in which nothing has to be escaped. */
function quoted(text: Sql): Json {
  return new Json(['"', text, '"']);
}

function nullOf({ type }: Field): Json {
  return isNonNullType(type) ? MISSING_JSON : NULL;
}

function isPlainEnum(type: GraphQLNamedType): boolean {
  return isEnumType(type) && type.getValues().every(({ name, value }) => name === value);
}
