import type { Client } from 'graphql-ws';
import { Feed, liveClient, type LiveServer } from './live-server.js';
import type { TestRegion } from './test-region.js';

const ACTS = 'cursor at acts { at act thingType part unit { code } }';

/** What one may watch by its id, and what a test reads of it. */
export const WATCHED = {
  meetingChanged: `${ACTS} meeting { id state title call { location } }`,
  offerChanged: `${ACTS} offer { id title state }`,
  callChanged: `${ACTS} need { id state callText }`,
} as const;
export type Watched = keyof typeof WATCHED;

export interface ToldAct {
  readonly at: string;
  readonly act: string;
  readonly thingType: string;
  readonly part: string;
  readonly unit: { readonly code: string } | null;
}

export interface Change {
  readonly cursor: string;
  readonly at: string;
  readonly acts: readonly ToldAct[];
  readonly meeting?: { readonly id: string; readonly state: string; readonly title: string } | null;
  readonly offer?: { readonly id: string; readonly title: string; readonly state: string } | null;
  readonly need?: { readonly id: string; readonly state: string; readonly callText: string } | null;
}

export type ChangeFeed = Feed<Partial<Record<Watched, Change>>>;

export function documentOf(field: Watched): string {
  return `subscription ($id: ID!, $after: String) { ${field}(id: $id, after: $after) { ${WATCHED[field]} } }`;
}

/** Subscribes as posts of a region would, each over a socket of its own. */
export class LiveFeeds {
  private readonly clients: Client[] = [];

  constructor(private readonly server: () => LiveServer) {}

  async watch(
    region: TestRegion,
    account: string,
    field: Watched,
    variables: { readonly id: string; readonly after?: string },
    server = this.server(),
  ): Promise<ChangeFeed> {
    return this.watchThrough(await this.clientOf(region, account, server), field, variables);
  }

  watchThrough(
    client: Client,
    field: Watched,
    variables: { readonly id: string; readonly after?: string },
  ): ChangeFeed {
    return new Feed(client, documentOf(field), { ...variables });
  }

  async clientOf(region: TestRegion, account: string, server = this.server()): Promise<Client> {
    return this.client(await region.as(account).token(), server);
  }

  client(token: string | null, server = this.server()): Client {
    const client = liveClient(server.url, token);
    this.clients.push(client);
    return client;
  }

  async close(): Promise<void> {
    for (const client of this.clients.splice(0)) await client.dispose();
  }
}

/** The one thing that was told. */
export async function nextOf(feed: ChangeFeed): Promise<Change> {
  const [change] = Object.values(await feed.next());
  if (!change) throw new Error('Nothing was told.');
  return change;
}

/** What was done, without when. */
export function said({ acts }: Change): string[] {
  return acts.map(({ thingType, part, act }) => `${thingType} ${part} ${act}`);
}
