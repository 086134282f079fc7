import type { TenantContext } from '#graphql';
import { timeZoneOf } from '#network';
import { type CellValue, type WrittenSheet } from '#sheets';
import { execute, parse, type DocumentNode, type GraphQLField, type GraphQLSchema } from 'graphql';
import { type ExportList, headingsOf, rowsOf } from './export-list.js';
import { wishArguments } from './list-arguments.js';

const PAGE = 100;
/** Entries in one export; who needs more narrows the filter. */
export const MOST_ENTRIES = 10_000;

export interface ListExport {
  readonly sheet: WrittenSheet;
  /** Whether the list went on. */
  readonly isCut: boolean;
}

interface Connection {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: unknown }[];
}

export interface ListWish {
  readonly schema: GraphQLSchema;
  readonly list: ExportList;
  readonly field: GraphQLField<unknown, unknown>;
  readonly variables: Record<string, unknown>;
  /** Called before each page is read, which would be a request of its own over GraphQL; what it throws ends the export. */
  readonly countPage: () => void;
  readonly most?: number;
}

/**
 * Asks the API's own list, a page after the other and in one snapshot: who may see what, and in which order, is settled
 * there and nowhere else.
 */
export async function readList(wish: ListWish, context: TenantContext): Promise<ListExport> {
  const { list, countPage, most = MOST_ENTRIES } = wish;
  const document = parse(documentOf(wish));
  const rows: CellValue[][] = [];
  let after: string | null = null;
  let left = most;
  let zone: string | null = null;
  do {
    countPage();
    const { edges, pageInfo }: Connection = await askPage(wish, document, context, {
      first: Math.min(left, PAGE),
      after,
    });
    const known: string = (zone ??= await context.read(timeZoneOf));
    rows.push(...edges.flatMap(({ node }) => rowsOf(list, node, known)));
    left -= edges.length;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null && left > 0);
  const isCut = after !== null;
  if (isCut)
    rows.push([`只列出前 ${most} 条，请缩小范围。 Only the first ${most} are listed: narrow the filter.`]);
  const marked = isCut ? [{ row: rows.length + 1, column: 1 }] : [];
  return { sheet: { name: list.sheet, columns: headingsOf(list), rows, marked }, isCut };
}

async function askPage(
  { schema, list, variables }: ListWish,
  document: DocumentNode,
  contextValue: TenantContext,
  page: object,
): Promise<Connection> {
  const { data, errors } = await execute({
    schema,
    document,
    contextValue,
    variableValues: { ...variables, ...page },
  });
  if (errors?.[0]) throw errors[0];
  return data?.[list.field] as Connection;
}

/** What is not given is left out, so that the defaults of the list hold. */
function documentOf({ list, field, variables }: ListWish): string {
  const wishes = wishArguments(field).filter(({ name }) => name in variables);
  const declared = wishes.map(({ name, type }) => `$${name}: ${String(type)}`);
  const passed = wishes.map(({ name }) => `${name}: $${name}`);
  return `query (${[...declared, '$first: Int', '$after: String'].join(', ')}) {
    ${list.field}(${[...passed, 'first: $first', 'after: $after'].join(', ')}) {
      pageInfo { hasNextPage endCursor }
      edges { node { ${list.selection} } }
    }
  }`;
}
