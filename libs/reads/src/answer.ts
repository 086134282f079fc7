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
import { join, quote, raw, sql, type Sql } from './sql.js';

// What the database writes as clients read it. PostgreSQL puts blanks between the parts of JSON but never a tab, and
// text goes into JSON with its tabs escaped: so a tab tells of something that is missing, and nobody can forge it.

/** Stands where the schema promises a value and there is none. */
export const MISSING = '\t';
const MISSING_JSON = raw(String.raw`E'\tnull'::json`);

/** Thrown while a statement is made: what is asked for needs JavaScript. */
export class NeedsResolver extends Error {}

const AS_STORED = new Set(['String', 'LongText', 'Int', 'Boolean', 'Date', 'Decimal']);

type Field = GraphQLField<unknown, unknown>;

/** A leaf; throws NeedsResolver where only its resolver or its scalar knows how it is written. */
export function leafSql(on: GraphQLObjectType, field: Field, value: Sql): Sql {
  const type = getNamedType(field.type);
  if (field.name === 'id' && isNode(on)) return sql`app.opaque_id(${quote(idTypeOf(on))}, ${value})`;
  if (field.resolve) throw new NeedsResolver(`${on.name}.${field.name}`);
  if (AS_STORED.has(type.name) || isPlainEnum(type)) return value;
  if (!isListType(getNullableType(field.type))) {
    if (type.name === 'DateTime') return sql`app.instant(${value})`;
    if (type.name === 'TimeOfDay') return sql`app.time_of_day(${value})`;
  }
  throw new NeedsResolver(`${on.name}.${field.name}`);
}

/** A leaf of JSON that is stored as such. */
export function jsonLeafSql(on: GraphQLObjectType, field: Field, json: Sql): Sql {
  if (getNamedType(field.type).name === 'TimeOfDay')
    return leafSql(on, field, sql`(${json} ->> ${quote(field.name)})::integer`);
  const value = leafSql(on, field, sql`${json} -> ${quote(field.name)}`);
  if (getNamedType(field.type).name === 'DateTime') throw new NeedsResolver(`${on.name}.${field.name}`);
  return value;
}

/** The value, or the mark where it must not be null and is. */
export function promised({ type }: Field, value: Sql): Sql {
  return isNonNullType(type) ? sql`coalesce(to_json(${value}), ${MISSING_JSON})` : value;
}

/** JSON that is there if `isThere`, else null or the mark. */
export function objectIf(isThere: Sql, object: Sql, { type }: Field): Sql {
  return sql`CASE WHEN ${isThere} THEN ${object} ${isNonNullType(type) ? sql`ELSE ${MISSING_JSON} ` : raw('')}END`;
}

/** Objects that are stored as JSON: each as `write` says, which is given the name that one of them has. */
export function storedSql(field: Field, value: Sql, alias: string, write: (one: Sql) => Sql): Sql {
  const one = sql`${raw(alias)}.value`;
  if (!isListType(getNullableType(field.type)))
    return sql`(SELECT ${objectIf(sql`${one} IS NOT NULL`, write(one), field)} FROM (SELECT (${value})::jsonb AS value) ${raw(alias)})`;
  const list = sql`(SELECT coalesce(json_agg(${write(one)} ORDER BY ${raw(alias)}.ordinality), '[]')
      FROM jsonb_array_elements((${value})::jsonb) WITH ORDINALITY ${raw(alias)} (value, ordinality))`;
  return isNonNullType(field.type) ? list : objectIf(sql`${value} IS NOT NULL`, list, field);
}

/** One object of what all kinds have, and for each kind what it alone is asked for. */
export function ofKindsSql(common: Sql, kinds: readonly { readonly is: Sql; readonly object: Sql }[]): Sql {
  const cases = kinds.map(({ is, object }) => sql`WHEN ${is} THEN ', ' || substr((${object})::text, 2)`);
  return sql`(left((${common})::text, -1) || coalesce(CASE ${join(cases, ' ')} END, '}'))::json`;
}

function isPlainEnum(type: GraphQLNamedType): boolean {
  return isEnumType(type) && type.getValues().every(({ name, value }) => name === value);
}
