import { found, type TenantContext } from '#graphql';
import { execute, parse, type GraphQLSchema } from 'graphql';
import {
  ENTRIES,
  FRAME,
  type Listed,
  type ListsAnswer,
  type ListsFrame,
  type Named,
} from './lists-answer.js';

const PAGE = 100;
const ARGUMENTS = 'threeLists(networkId: $networkId, filter: $filter)';
const VARIABLES = '$networkId: ID!, $filter: ThreeListsFilter!';

export interface ListsWish {
  readonly schema: GraphQLSchema;
  readonly networkId: string;
  /** As the API takes it. */
  readonly filter: Readonly<Record<string, unknown>>;
  /** Entries of each list that are read. */
  readonly most: number;
  /** Called before each statement that would be a request of its own over GraphQL; what it throws ends the reading. */
  readonly countPage: () => void;
}

type ListName = keyof typeof ENTRIES;
type Ask = <Data>(query: string, variables?: object) => Promise<Data>;

interface Connection<Entry> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Entry }[];
}

interface Page<Entry> {
  readonly threeLists: { readonly list: Connection<Entry> };
}

/**
 * Asks the API's own three lists, in one snapshot: who may see what is settled there and nowhere else.
 * @throws ApiError NOT_FOUND for a network that is not there or whose lists the caller does not see
 */
export async function readLists(wish: ListsWish, context: TenantContext): Promise<ListsAnswer> {
  const ask = askerOf(wish, context);
  const { threeLists } = await ask<{ threeLists: ListsFrame | null }>(
    `query (${VARIABLES}) { ${ARGUMENTS} { ${FRAME} } }`,
  );
  const frame = found(threeLists);
  return {
    ...frame,
    unit: await findUnit(wish, ask),
    offers: await readList(wish, ask, 'offers'),
    needs: await readList(wish, ask, 'needs'),
    projects: await readList(wish, ask, 'projects'),
    unmetForMeeting: await readList(wish, ask, 'unmetForMeeting'),
  };
}

async function readList<Entry>({ most }: ListsWish, ask: Ask, list: ListName): Promise<Listed<Entry>> {
  const query = `query (${VARIABLES}, $first: Int!, $after: String) {
    ${ARGUMENTS} { list: ${list}(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { ${ENTRIES[list]} } }
    } }
  }`;
  const entries: Entry[] = [];
  for (let after: string | null = null; ;) {
    const first = Math.min(PAGE, most - entries.length);
    const page: Page<Entry> = await ask(query, { first, after });
    const { totalCount, pageInfo, edges } = page.threeLists.list;
    entries.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    if (after === null || entries.length >= most) return { totalCount, entries };
  }
}

/** Null without one, and for one that the caller does not see. */
async function findUnit({ filter }: ListsWish, ask: Ask): Promise<Named | null> {
  const { unitId } = filter;
  if (typeof unitId !== 'string') return null;
  const query = `query ($unitId: ID!) { node(id: $unitId) { ... on Unit { name nameEn } } }`;
  const { node } = await ask<{ node: Partial<Named> | null }>(query, { unitId });
  return node?.name === undefined ? null : { nameEn: null, ...node, name: node.name };
}

function askerOf({ schema, networkId, filter, countPage }: ListsWish, contextValue: TenantContext): Ask {
  return async <Data>(query: string, more: object = {}) => {
    countPage();
    const variableValues = { networkId, filter, ...more };
    const { data, errors } = await execute({ schema, document: parse(query), contextValue, variableValues });
    if (errors?.[0]) throw errors[0];
    return data as Data;
  };
}
