import { compact, join, quote, raw, type Sql, sql } from './sql.js';

/**
 * SQL for the text of some JSON, never null, put together from pieces: PostgreSQL's own functions look up the type of
 * each argument anew for every row, which takes twice the time.
 */
export class Json {
  /** @param parts text as it stands, or SQL whose value is such text */
  constructor(readonly parts: readonly (string | Sql)[]) {}

  /** What is known beforehand. */
  static of(value: string | boolean | null): Json {
    return new Json([JSON.stringify(value)]);
  }

  /** Any value, as PostgreSQL writes it. */
  static value(value: Sql): Json {
    return new Json([sql`coalesce(to_json(${value})::text, 'null')`]);
  }

  /** As one expression. */
  get text(): Sql {
    const parts: Sql[] = [];
    let constant = '';
    const end = (): void => {
      if (constant) parts.push(quote(constant));
      constant = '';
    };
    for (const part of this.parts) {
      if (typeof part === 'string') constant += part;
      else {
        end();
        parts.push(part);
      }
    }
    end();
    return joined(parts);
  }

  /** The same, written quickly each time. */
  compact(): Json {
    return new Json([compact(this.text)]);
  }

  /** Itself where there is a value. */
  orNull(otherwise: Json): Json {
    return new Json([sql`coalesce(${this.text}, ${otherwise.text})`]);
  }
}

export const NULL = Json.of(null);

/** The names and values of an object, without its braces. */
export function pairsJson(pairs: ReadonlyMap<string, Json>): Json {
  const parts = [...pairs].flatMap(([key, value], at) => [
    `${at > 0 ? ',' : ''}${JSON.stringify(key)}:`,
    ...value.parts,
  ]);
  return new Json(parts);
}

export function objectJson(pairs: ReadonlyMap<string, Json>): Json {
  return new Json(['{', ...pairsJson(pairs).parts, '}']);
}

/** All rows of a group; `how` says in which order, and which of them. */
export function listJson(each: Json, orderBy: Sql, filter: Sql = raw('')): Json {
  return new Json(['[', sql`coalesce(string_agg(${each.text}, ',' ORDER BY ${orderBy})${filter}, '')`, ']']);
}

export function caseJson(cases: readonly (readonly [Sql, Json])[], otherwise: Json = NULL): Json {
  const whens = cases.map(([when, { text }]) => sql`WHEN ${when} THEN ${text}`);
  return new Json([sql`CASE ${join(whens, ' ')} ELSE ${otherwise.text} END`]);
}

/** By halves: a long row of operators is a deep tree, and copies what stands at its left again and again. */
function joined(parts: readonly Sql[]): Sql {
  const [only] = parts;
  if (!only) return quote('');
  if (parts.length === 1) return only;
  if (parts.length <= 8) return sql`(${join(parts, ' || ')})`;
  const half = parts.length / 2;
  return sql`(${joined(parts.slice(0, half))} || ${joined(parts.slice(half))})`;
}
