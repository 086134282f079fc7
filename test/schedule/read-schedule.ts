import type { TestClient } from '../support/test-client.js';

/** One entry as a client reads it. */
export interface ReadEntry {
  readonly key: string;
  readonly kind: string;
  readonly waiting: string | null;
  readonly title: string;
  readonly state: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly day: string | null;
  readonly place: string | null;
  readonly sequence: number;
  readonly thing: { readonly __typename: string; readonly id: string } | null;
  readonly network: { readonly id: string } | null;
  readonly unit: { readonly id: string } | null;
}

interface ReadSchedule {
  readonly totalCount: number;
  readonly countsByKind: readonly { readonly kind: string; readonly count: number }[];
  readonly entries: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: ReadEntry }[];
    readonly pageInfo: Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>> &
      Readonly<Record<'startCursor' | 'endCursor', string | null>>;
  };
}

export const SCHEDULE = `query ($from: DateTime!, $to: DateTime!, $kinds: [ScheduleKind!], $states: [ScheduleState!], $networkId: ID,
    $first: Int, $after: String, $last: Int, $before: String) {
  schedule(from: $from, to: $to, kinds: $kinds, states: $states, networkId: $networkId) { totalCount countsByKind { kind count }
    entries(first: $first, after: $after, last: $last, before: $before) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { node { key kind waiting title state startsAt endsAt day place sequence
        thing { __typename id } network { id } unit { id } } } } } }`;

/** The case and what is told of it, from late summer to a year on. */
export const WHOLE = { from: '2026-09-01T00:00:00+08:00', to: '2027-09-01T00:00:00+08:00' };

export async function askSchedule(client: TestClient, variables: object = {}): Promise<ReadSchedule> {
  return (await client.ask<{ schedule: ReadSchedule }>(SCHEDULE, { ...WHOLE, ...variables })).schedule;
}

/** All entries, page by page. */
export async function readSchedule(client: TestClient, variables: object = {}): Promise<ReadEntry[]> {
  const all: ReadEntry[] = [];
  let after: string | null = null;
  for (;;) {
    const { edges, pageInfo }: ReadSchedule['entries'] = (
      await askSchedule(client, { ...variables, first: 40, after })
    ).entries;
    all.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}
