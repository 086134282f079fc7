import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { Size } from '../measure/size.ts';
import { signIn } from '../places.ts';
import { automaticOffersOf, signInBorrowers } from '../resources/booking-client.ts';
import { PEERS, type Peer } from '../servers/peers.ts';
import type { RunningServer } from '../servers/running-server.ts';
import { secretaryOf } from '../world/world.ts';
import type { Watched } from './crowd.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const preload = here('memory-probe.ts');
/** Units that watch, in turn: of each at most 200. */
const POSTS = 9;

const CHANGED =
  'subscription ($id: ID!) { offerChanged(id: $id) { cursor acts { act part } offer { title state } } }';
const VERSION = 'query ($id: ID!) { offer(id: $id) { version } }';
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!) {
  updateOffer(id: $id, version: $version, input: $input) { __typename ... on Offer { version } } }`;

export const OURS: Peer = { ...(PEERS[0] as Peer), preload };
export const PLAIN: Peer = {
  name: 'plain',
  speaks: 'floor',
  node: 24,
  main: here('../servers/plain-live.ts'),
  product: false,
  preload,
};

/** One way of telling a crowd. */
export interface Way {
  readonly server: RunningServer;
  readonly watched: Omit<Watched, 'subscribers'>;
  /** Something is done; gives the act, and what the answer that tells of it holds. */
  next(): { readonly marker: string; readonly act: () => Promise<void> };
  close(): Promise<void>;
}

/** The committee changes the title of an offer, and partners watch it. */
export async function ourWay(server: RunningServer, { networks }: Size): Promise<Way> {
  const tokens = await signInBorrowers(server, 0, { networks, most: POSTS });
  const owner = await signIn(server, secretaryOf(0));
  const [offer] = await automaticOffersOf(0, networks);
  if (!offer) throw new Error('The network has nothing to watch.');
  const id = offer.offerId;
  const read = await ask<{ offer: { version: number } }>(server, owner, VERSION, { id });
  let { version } = read.offer;
  let done = 0;
  const next: Way['next'] = () => {
    const title = `第${(done += 1)}次变更`;
    const act = async (): Promise<void> => {
      type Answer = { updateOffer: { __typename: string; version?: number } };
      const { updateOffer } = await ask<Answer>(server, owner, UPDATE, { id, version, input: { title } });
      if (updateOffer.version === undefined) throw new Error(`Not changed: ${updateOffer.__typename}.`);
      ({ version } = updateOffer as { version: number });
    };
    return { marker: title, act };
  };
  return { server, watched: watchedAt(server, tokens, CHANGED, id), next, close: async () => {} };
}

/** The database calls out an id, and nothing else is done. */
export async function plainWay(server: RunningServer, { databaseUrl }: Size): Promise<Way> {
  const caller = new Client({ connectionString: databaseUrl });
  await caller.connect();
  const id = 'offer';
  const query = 'subscription ($id: ID!) { offerChanged(id: $id) }';
  const act = async (): Promise<void> => {
    await caller.query(`SELECT pg_notify('bench_live', $1)`, [id]);
  };
  return {
    server,
    watched: watchedAt(server, [''], query, id),
    next: () => ({ marker: id, act }),
    close: () => caller.end(),
  };
}

function watchedAt(
  { port }: RunningServer,
  tokens: readonly string[],
  query: string,
  id: string,
): Way['watched'] {
  return { url: `ws://127.0.0.1:${port}/graphql`, tokens, query, variables: { id } };
}

async function ask<Data>(
  { port }: RunningServer,
  token: string,
  query: string,
  variables: object,
): Promise<Data> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (!data) throw new Error(`Not answered: ${JSON.stringify(errors)}`);
  return data;
}
