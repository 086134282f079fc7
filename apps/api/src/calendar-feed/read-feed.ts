import type { TenantContext } from '#graphql';
import { execute, parse, type GraphQLSchema } from 'graphql';
import { FEED_LISTS, type FeedAnswer, type FeedSpan } from './feed-lists.js';

const PAGE = 100;
/** Of each list; what is furthest ahead is left out. */
const MOST_ENTRIES = 2_000;

export interface FeedWish {
  readonly schema: GraphQLSchema;
  readonly span: FeedSpan;
  /** Called before each page is read, which would be a request of its own over GraphQL; what it throws ends the reading. */
  readonly countPage: () => void;
}

interface Connection {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: unknown }[];
}

/** Asks the API's own lists, in one snapshot: who may see what is settled there and nowhere else. */
export async function readFeed(wish: FeedWish, context: TenantContext): Promise<FeedAnswer> {
  const answer: Record<string, readonly unknown[]> = {};
  for (const name of Object.keys(FEED_LISTS) as (keyof FeedAnswer)[])
    answer[name] = await readList(wish, name, context);
  return answer as unknown as FeedAnswer;
}

async function readList(
  { schema, span, countPage }: FeedWish,
  name: keyof FeedAnswer,
  contextValue: TenantContext,
): Promise<unknown[]> {
  const { field, filterType, filter, selection } = FEED_LISTS[name];
  const document = parse(`query ($filter: ${filterType}!, $after: String) {
    list: ${field}(filter: $filter, first: ${PAGE}, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { ${selection} } }
    }
  }`);
  const nodes: unknown[] = [];
  for (let after: string | null = null; ;) {
    countPage();
    const variableValues = { filter: { ...filter, ...span }, after };
    const { data, errors } = await execute({ schema, document, contextValue, variableValues });
    if (errors?.[0]) throw errors[0];
    const { edges, pageInfo } = (data as unknown as { list: Connection }).list;
    nodes.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    if (after === null || nodes.length >= MOST_ENTRIES) return nodes;
  }
}
