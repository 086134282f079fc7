import { readFile } from 'node:fs/promises';
import type { Peer } from '../servers/peers.ts';
import { fromPostgraphile } from './postgraphile-shapes.ts';
import { plain } from './plain.ts';

/** One network and one of its offers, as somebody asks for them. */
export interface Place {
  readonly regionId: string;
  readonly networkId: string;
  readonly offerId: string;
  /** An instant by RFC 3339. */
  readonly from: string;
  readonly globalNetworkId: string;
  readonly globalOfferId: string;
  /** Two hours in which some of its offers are taken and some are not. */
  readonly wish: { readonly from: string; readonly to: string };
}

/** Names the folder with a document for each kind of server. */
export const QUERY_NAMES = ['dashboard', 'offer', 'bookings'] as const;
export type QueryName = (typeof QUERY_NAMES)[number];

export interface BenchQuery {
  readonly name: string;
  /** The body that a server of this kind is sent. */
  bodyFor(peer: Peer, place: Place): string;
  /** What an answer says, whichever server gave it. */
  plainFrom(peer: Peer, body: string): unknown;
}

export function readQueries(): Promise<BenchQuery[]> {
  return Promise.all(QUERY_NAMES.map(readQuery));
}

async function readQuery(name: QueryName): Promise<BenchQuery> {
  const read = (file: string) => readFile(new URL(`${name}/${file}`, import.meta.url), 'utf8');
  const [ours, postgraphile] = await Promise.all([read('ours.graphql'), read('postgraphile.graphql')]);
  return {
    name,
    bodyFor: ({ speaks }, place) => {
      if (speaks === 'floor') return JSON.stringify({ query: name, variables: variablesOf(name, place) });
      if (speaks === 'postgraphile')
        return JSON.stringify({
          query: postgraphile,
          variables: { region: place.regionId, ...variablesOf(name, place) },
        });
      const { globalNetworkId: networkId, globalOfferId: offerId, from } = place;
      return JSON.stringify({ query: ours, variables: variablesOf(name, { networkId, offerId, from }) });
    },
    plainFrom: ({ speaks }, body) => {
      const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: unknown };
      if (errors !== undefined || !data) throw new Error(`${name} was answered with ${body.slice(0, 500)}`);
      return plain(speaks === 'postgraphile' ? fromPostgraphile[name](data) : data);
    },
  };
}

function variablesOf(
  name: QueryName,
  { networkId, offerId, from }: Pick<Place, 'networkId' | 'offerId' | 'from'>,
) {
  return name === 'offer' ? { offer: offerId } : { network: networkId, from };
}
