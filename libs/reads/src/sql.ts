import type { Asker } from '#tenancy';

/** A value that is only known when the statement is sent, such as who asks. */
export class Late {
  constructor(readonly of: (asker: Asker) => unknown) {}
}

/** A piece of a statement. Values never get into the text: they become its parameters. */
export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

/** `sql\`${unit.id} = ${id}\``: a piece is put in as it stands, anything else as a parameter. */
export function sql(texts: TemplateStringsArray, ...values: unknown[]): Sql {
  return new Sql(texts, values);
}

/** Text as it stands: names of columns and aliases, never anything from outside. */
export function raw(text: string): Sql {
  return new Sql([text], []);
}

/** Who asks, and when: for use in `sql`. The unit is known to the database alone when the statement is sent. */
export const ASKER = {
  regionId: new Late(({ regionId }) => regionId),
  unitId: raw('app.unit_id()'),
  personId: new Late(({ personId }) => personId),
  now: new Late(({ now }) => now),
} as const;

/** A constant of the text. */
export function quote(text: string): Sql {
  return raw(`'${text.replaceAll("'", "''")}'`);
}

export function join(parts: readonly Sql[], separator: string): Sql {
  if (parts.length === 0) return raw('');
  return new Sql(['', ...parts.slice(1).map(() => separator), ''], parts);
}

/** Becomes SQL when a request comes, because its arguments decide what it says. */
export abstract class Hole {
  abstract fill(request: Filling): Sql;
}

/** What a request brings to the holes of a statement. */
export interface Filling {
  readonly asker: Asker;
}

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** Numbers the parameters; what is late and used twice is sent once. */
export function write(piece: Sql, filling: Filling): Statement {
  const values: unknown[] = [];
  const late = new Map<Late, string>();
  let text = '';
  const place = (value: unknown): string => `$${values.push(value)}`;
  const add = ({ texts, values: parts }: Sql): void => {
    for (const [index, written] of texts.entries()) {
      text += written;
      if (index < parts.length) put(parts[index]);
    }
  };
  const put = (part: unknown): void => {
    if (part instanceof Sql) add(part);
    else if (part instanceof Hole) add(part.fill(filling));
    else if (part instanceof Late) {
      const placed = late.get(part) ?? place(part.of(filling.asker));
      late.set(part, placed);
      text += placed;
    } else text += place(part);
  };
  add(piece);
  return { text, values };
}

/** The same piece with all that never changes joined into long texts, so that it is written quickly each time. */
export function compact(piece: Sql): Sql {
  const texts = [''];
  const values: unknown[] = [];
  const add = (text: string): void => void (texts[texts.length - 1] += text);
  const flatten = (one: Sql): void => {
    for (const [index, text] of one.texts.entries()) {
      add(text);
      if (index >= one.values.length) continue;
      const value = one.values[index];
      if (value instanceof Sql) flatten(value);
      else {
        values.push(value);
        texts.push('');
      }
    }
  };
  flatten(piece);
  return new Sql(texts, values);
}
