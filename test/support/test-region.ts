import { toGlobalId } from '#graphql';
import type { Role } from '#tenancy';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EXAMPLE, type OfferFixture } from './example-file.js';
import type { PostRow, RegionRows } from './region-rows.js';
import { TestClient } from './test-client.js';

const CREATE = `mutation ($input: CreateOfferInput!) { createOffer(input: $input) { id version } }`;
const PUBLISH = `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
  publishOffer(id: $id, version: $version, networkIds: $networkIds) { __typename ... on Offer { id } }
}`;

/** One region of the test world: who acts there, and the ids of what is there. */
export class TestRegion {
  private readonly clients = new Map<string, TestClient>();

  constructor(
    private readonly app: NestFastifyApplication,
    readonly code: string,
    private readonly rows: RegionRows,
  ) {}

  /** A client through a post of that account: the only one, or the one in the unit or of the role named. */
  as(account: string, wish: { unit?: string; role?: Role } = {}): TestClient {
    const post = this.postRow(account, wish);
    const known = this.clients.get(post.id);
    if (known) return known;
    const { regionId } = this.rows;
    const claims = { regionId, postId: post.id, personId: post.personId, role: post.role, sessionId: null };
    const client = new TestClient(this.app, claims);
    this.clients.set(post.id, client);
    return client;
  }

  /** The same for accounts that may hold several posts: whoever is a secretary acts as one. */
  actingAs(account: string): TestClient {
    const isSecretary = this.rows.posts.some((row) => row.account === account && row.role === 'SECRETARY');
    return this.as(account, isSecretary ? { role: 'SECRETARY' } : {});
  }

  unit(code: string): string {
    return this.idOf('Unit', `unit ${code}`);
  }

  network(code: string): string {
    return this.idOf('Network', `network ${code}`);
  }

  area(code: string): string {
    return this.idOf('Area', `area ${code}`);
  }

  membership(unit: string, network: string): string {
    return this.idOf('Membership', `membership ${unit} in ${network}`);
  }

  post(account: string, wish: { unit?: string; role?: Role } = {}): string {
    return toGlobalId('Post', this.postRow(account, wish).id);
  }

  /** Drafts and publishes offers of the case as their owners would; their ids in the same order. */
  async offers(...codes: string[]): Promise<string[]> {
    const ids: string[] = [];
    for (const code of codes) ids.push(await this.offer(code));
    return ids;
  }

  /** One offer of the case, published to those of its networks that this region has; `changes` go over its input. */
  async offer(code: string, changes: object = {}): Promise<string> {
    const fixture = offerOf(code);
    const { id, version } = await this.draft(code, changes);
    const known = fixture.networks.filter((network) => this.rows.ids.has(`network ${network}`));
    const networkIds = known.map((network) => this.network(network));
    const owner = this.as(fixture.unit, { unit: fixture.unit });
    await owner.ask(PUBLISH, { id, version, networkIds });
    return id;
  }

  /** One offer of the case that its owner keeps to itself. */
  async draft(code: string, changes: object = {}): Promise<{ id: string; version: number }> {
    const { unit, input } = offerOf(code);
    const { createOffer } = await this.as(unit, { unit }).ask<{
      createOffer: { id: string; version: number };
    }>(CREATE, { input: { ...input, ...changes } });
    return createOffer;
  }

  private postRow(account: string, { unit, role }: { unit?: string; role?: Role }): PostRow {
    const [post, another] = this.rows.posts.filter(
      (row) =>
        row.account === account &&
        (unit === undefined || row.unit === unit) &&
        (role === undefined || row.role === role),
    );
    if (!post) throw new Error(`${account} holds no such post in ${this.code}.`);
    if (another) throw new Error(`${account} holds several such posts: name the unit or the role.`);
    return post;
  }

  private idOf(type: string, name: string): string {
    const id = this.rows.ids.get(name);
    if (id === undefined) throw new Error(`There is no ${name} in ${this.code}.`);
    return toGlobalId(type, id);
  }
}

function offerOf(code: string): OfferFixture {
  const found = EXAMPLE.offers.find((offer) => offer.code === code);
  if (!found) throw new Error(`The case has no offer ${code}.`);
  return found;
}
