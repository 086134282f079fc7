import type { Page, PageRequest } from '#graphql';

/** An entry as a statement tells it, with the cursor to go on from. */
export type WithCursor<Row> = Row & { readonly cursor: string };

/** A page of entries, of which one more than asked for was read. */
export function pageOf<Row>(
  { size, backwards, from }: PageRequest,
  rows: readonly WithCursor<Row>[],
): Page<Row> {
  const isMore = rows.length > size;
  const kept = backwards ? rows.slice(-size) : rows.slice(0, size);
  const edges = kept.map(({ cursor, ...row }) => ({ cursor, node: row as unknown as Row }));
  return {
    edges,
    pageInfo: {
      hasNextPage: backwards ? from !== null : isMore,
      hasPreviousPage: backwards ? isMore : from !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
