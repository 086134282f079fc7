import type { FieldRead } from './declare.js';
import type { Table } from './tables.js';

/** All that is declared of one GraphQL type. */
export interface ReadType {
  readonly table: Table;
  readonly fields: Readonly<Record<string, FieldRead>>;
}
