import type { TestClient } from '../../support/test-client.js';

/** A thing as a list of the API says it; what the rules ask of it they name themselves. */
export interface Thing {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly network: { readonly id: string } | null;
  readonly unit: Unit | null;
}
export interface Unit {
  readonly id: string;
}
type Connection<Node> = {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** Who looks, by what the API says of the post. */
export interface Viewer {
  readonly client: TestClient;
  readonly role: string;
  readonly unitId: string;
  readonly unitCode: string;
  /** Networks that the post’s unit convenes, when it is a post of the committee. */
  readonly convened: ReadonlySet<string>;
  /** Networks in which its unit takes part; as a guest in those of the second set alone. */
  readonly member: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly now: Date;
  /** The local day. */
  readonly today: string;
}

/** Everything of a list, page by page. */
export async function all<Node>(
  client: TestClient,
  field: string,
  fields: string,
  size = 50,
): Promise<Node[]> {
  const query = `query ($after: String) { list: ${field}(first: ${size}, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node { id ${fields} } } } }`;
  const nodes: Node[] = [];
  let after: string | null = null;
  for (;;) {
    const { list }: { list: Connection<Node> } = await client.ask(query, { after });
    nodes.push(...list.edges.map(({ node }) => node));
    if (!list.pageInfo.hasNextPage) return nodes;
    after = list.pageInfo.endCursor;
  }
}

const ME = `{ me { post { role unit { id code } } } }`;

export async function viewerOf(client: TestClient, now: Date): Promise<Viewer> {
  type Me = { me: { post: { role: string; unit: { id: string; code: string } } } };
  const { role, unit } = (await client.ask<Me>(ME)).me.post;
  type Belonging = { state: string; role: string; unit: Unit | null; network: Unit | null };
  const own = (await all<Belonging>(client, 'memberships', 'state role unit { id } network { id }')).filter(
    (one) => one.unit?.id === unit.id && one.state === 'ACTIVE',
  );
  const networks = (...roles: string[]) =>
    new Set(own.filter((one) => roles.includes(one.role)).map(({ network }) => network?.id ?? ''));
  const isCommittee = ['SECRETARY', 'OFFICER'].includes(role);
  return {
    client,
    role,
    unitId: unit.id,
    unitCode: unit.code,
    convened: isCommittee ? networks('CONVENER') : new Set(),
    member: networks('CONVENER', 'PARTNER'),
    known: networks('CONVENER', 'PARTNER', 'GUEST'),
    now,
    today: new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
  };
}

export const isPast = ({ now }: Viewer, at: string | null | undefined): boolean =>
  at !== null && at !== undefined && new Date(at) <= now;

export const speaks = ({ role }: Viewer): boolean =>
  ['SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY'].includes(role);

export const convenes = ({ convened }: Viewer, { network }: Pick<Thing, 'network'>): boolean =>
  convened.has(network?.id ?? '');

export const isOwn = ({ unitId }: Viewer, unit: Unit | null | undefined): boolean => unit?.id === unitId;

/** Whether something waits, under the name of its kind. */
export type Finding = readonly [kind: string, waits: boolean];

export function keysOf(id: string, findings: readonly Finding[]): string[] {
  return findings.flatMap(([kind, waits]) => (waits ? [`${kind}:${id}`] : []));
}
