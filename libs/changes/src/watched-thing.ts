/** A kind of thing that one can watch, as the library that knows it says it. Names of tables and columns, never anything from outside. */
export interface WatchedThing {
  readonly type: string;
  readonly table: string;
  /** Of the row `t`, beside its id. */
  readonly condition?: string;
  /** Things of their own that belong to it, by their type: a SELECT of the ids of those of the thing. */
  readonly parts: Readonly<Record<string, string>>;
  /** What else of it changes without an act that all its readers may hear of: text that is another then. */
  readonly mark?: string;
  /** The column with the unit whose changes of parts may change that. */
  readonly owner?: string;
}

/** For use in `parts` and `mark`: the rows `p` that name the thing in this column. */
export function ofThing(column: string): string {
  return `p.region_id = $1 AND p.${column} = $2`;
}
