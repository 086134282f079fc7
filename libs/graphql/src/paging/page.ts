import { writeCursor } from './cursor.js';
import { cursorScope, type KeysetList, type PageRequest } from './page-request.js';

export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Only there when it was asked for. */
  readonly totalCount?: number | undefined;
}

export interface KeyedRow<T> {
  /** Null when no cursor was asked for. */
  readonly keys: readonly string[] | null;
  readonly node: T;
}

/** From the rows as read, one more than the page holds, in the order of reading. */
export function buildPage<T>(
  rows: readonly KeyedRow<T>[],
  request: PageRequest,
  list: KeysetList,
  totalCount?: number,
): Page<T> {
  const { size, backwards, from } = request;
  const kept = rows.slice(0, size);
  if (backwards) kept.reverse();
  const scope = cursorScope(list);
  const edges = kept.map(({ keys, node }) => ({ cursor: keys ? writeCursor(scope, keys) : '', node }));
  const more = rows.length > size;
  const pageInfo = {
    hasNextPage: backwards ? from !== null : more,
    hasPreviousPage: backwards ? more : from !== null,
    startCursor: edges.at(0)?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo, totalCount };
}
