import type { FullSelection } from '../schema-walk/selection.js';
import type { TestClient } from '../../support/test-client.js';

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every list in which something of a need could stand, and how deep its entries are told. */
const LISTS = [
  ['needs', 'NeedConnection', 2],
  ['claims', 'ClaimConnection', 2],
  // What a line changed lies one step deeper.
  ['auditLines', 'AuditLineConnection', 3],
  ['recordedForUs', 'AuditLineConnection', 3],
] as const;

/** All that the API tells this client of these needs and networks, as one text. */
export async function readEverything(
  client: TestClient,
  select: FullSelection,
  { needs, networks }: { readonly needs: readonly string[]; readonly networks: readonly string[] },
): Promise<string> {
  const told: string[] = [];
  for (const id of needs) {
    const document = `query ($id: ID!) { need(id: $id) { id } node(id: $id) { ... on Need ${select.of('Need', 2)} } }`;
    told.push((await client.askRaw(document, { id })).raw);
  }
  for (const id of networks) {
    const document = `query ($id: ID!) { node(id: $id) { ... on Network { needs(first: 100) ${select.of('NeedConnection', 2)} } } }`;
    told.push((await client.askRaw(document, { id })).raw);
  }
  for (const [list, connection, steps] of LISTS)
    told.push(...(await readList(client, list, select.of(connection, steps))));
  if (told.some((raw) => raw.includes('TOO_COMPLEX')))
    throw new Error('More was asked for than the API answers.');
  return told.join('\n');
}

async function readList(client: TestClient, list: string, selection: string): Promise<string[]> {
  const document = `query ($after: String) { list: ${list}(first: 50, after: $after) ${selection} }`;
  const told: string[] = [];
  for (let after: string | null | undefined = null; after !== undefined;) {
    const { raw } = await client.askRaw(document, { after });
    told.push(raw);
    const { data } = JSON.parse(raw) as { data?: { list: Page | null } | null };
    const info: Page['pageInfo'] | undefined = data?.list?.pageInfo;
    after = info?.hasNextPage ? info.endCursor : undefined;
  }
  return told;
}
