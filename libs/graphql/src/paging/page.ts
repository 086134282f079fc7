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
  readonly keys: readonly string[];
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
  const edges = kept.map(({ keys, node }) => ({ cursor: writeCursor(scope, keys), node }));
  const more = rows.length > size;
  const pageInfo = {
    hasNextPage: backwards ? from !== null : more,
    hasPreviousPage: backwards ? more : from !== null,
    startCursor: edges.at(0)?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo, totalCount };
}

/** A page of something else, e.g. of objects made from entities. */
export function mapPage<T, U>(page: Page<T>, map: (node: T) => U): Page<U> {
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: map(node) })) };
}
