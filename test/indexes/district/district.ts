/** A region to be filled. */
export interface District {
  /** Its id, as text of SQL. */
  readonly region: string;
  readonly networks: number;
  /** An instant by RFC 3339. */
  readonly now: string;
  /** SQL for the id of what is named so in this region. */
  readonly idOf: (name: string) => string;
}
