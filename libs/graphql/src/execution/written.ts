declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    /** On a root field that can give its answer as text. */
    written?: true;
  }
}

/** The root value of a query whose fields are asked to give their answers as text. */
export const AS_TEXT: unique symbol = Symbol('as text');

/** The JSON of a field as the client reads it. */
export class Written {
  constructor(readonly json: string) {}
}

/** Instead of its text: the field must be asked again for a value that GraphQL walks over. */
export class NotWritten {
  /** @param forGood whether the same document need not be tried again */
  constructor(readonly forGood: boolean) {}
}

/** The data of a whole query as text, in the place where Apollo expects an object. */
export class WrittenData {
  constructor(readonly json: string) {}

  toJSON(): unknown {
    return JSON.parse(this.json);
  }
}

/** What is written already goes out as it is. */
export function printResult(result: object): string {
  const parts = Object.entries(result)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      const json = value instanceof WrittenData ? value.json : JSON.stringify(value);
      return `${JSON.stringify(key)}:${json}`;
    });
  return `{${parts.join()}}`;
}
