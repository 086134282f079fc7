import type { TestClient } from '../support/test-client.js';

/** One entry as a client reads it. */
export interface ReadEntry {
  readonly key: string;
  readonly kind: string;
  readonly why: string;
  readonly title: string;
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
  readonly since: string | null;
  readonly settledBy: readonly string[];
  readonly thing: { readonly __typename: string; readonly id: string; readonly version?: number } | null;
  readonly network: { readonly id: string } | null;
  readonly unit: { readonly id: string } | null;
}

export interface ReadCount {
  readonly kind: string;
  readonly count: number;
  readonly nextDueAt: string | null;
}

interface ReadInbox {
  readonly totalCount: number;
  readonly countsByKind: readonly ReadCount[];
  readonly entries: {
    readonly totalCount: number;
    readonly edges: readonly { readonly cursor: string; readonly node: ReadEntry }[];
    readonly pageInfo: Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>> &
      Readonly<Record<'startCursor' | 'endCursor', string | null>>;
  };
}

export const INBOX = `query ($kinds: [InboxKind!], $networkId: ID, $dueBefore: DateTime, $first: Int, $after: String, $last: Int, $before: String) {
  inbox(kinds: $kinds, networkId: $networkId, dueBefore: $dueBefore) { totalCount countsByKind { kind count nextDueAt }
    entries(first: $first, after: $after, last: $last, before: $before) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { key kind why title dueAt isOverdue since settledBy
        thing { __typename id } network { id } unit { id } } } } } }`;

export async function askInbox(client: TestClient, variables: object = {}): Promise<ReadInbox> {
  return (await client.ask<{ inbox: ReadInbox }>(INBOX, variables)).inbox;
}

/** All that waits, page by page. */
export async function readInbox(client: TestClient, kinds?: readonly string[]): Promise<ReadEntry[]> {
  const all: ReadEntry[] = [];
  let after: string | null = null;
  for (;;) {
    const { edges, pageInfo }: ReadInbox['entries'] = (await askInbox(client, { kinds, first: 40, after }))
      .entries;
    all.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}
