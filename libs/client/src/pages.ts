/** What is read of a connection to go through it. */
export interface Page<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Goes through a list that may grow meanwhile; the next page is read when the last one has been used up. */
export async function* eachNode<Node>(
  from: string | null,
  read: (after: string | null) => Promise<Page<Node> | null>,
): AsyncGenerator<Node, void, undefined> {
  for (let after = from; ;) {
    const page = await read(after);
    if (!page) return;
    for (const { node } of page.edges) yield node;
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return;
    if (endCursor === null || endCursor === after)
      throw new TypeError(
        'The list does not go on: pass $after to it, and ask for pageInfo { hasNextPage endCursor }.',
      );
    after = endCursor;
  }
}
