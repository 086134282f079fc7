import type { Pool } from 'undici';
import { signIn } from '../places.ts';
import { product } from '../product.ts';
import type { RunningServer } from '../servers/running-server.ts';
import { idOf } from '../world/ids.ts';
import { networkAt, networkIdOf } from '../world/world.ts';

const REQUEST = /* GraphQL */ `
  mutation ($input: RequestBookingInput!) {
    requestBooking(input: $input) {
      __typename
      ... on Booking {
        id
        state
      }
      ... on SpanTaken {
        code
        nextFree {
          startsAt
          endsAt
        }
      }
    }
  }
`;

/** Offers lent whole that confirm by themselves, by their place in a network's list; each of a unit of its own. */
const AUTOMATIC = [0, 6, 15] as const;

/** Something that can be booked, by the ids of the API. */
export interface Bookable {
  readonly offerId: string;
  readonly networkId: string;
}

/** What a network has to book at once. */
export async function automaticOffersOf(network: number, networks: number): Promise<Bookable[]> {
  const { toGlobalId } = await product.globalIds();
  const own = networkAt(network, networks).units.slice(0, -2);
  return AUTOMATIC.map((index) => ({
    offerId: toGlobalId('Offer', idOf('offer', own[index % own.length]?.code ?? '', index)),
    networkId: toGlobalId('Network', networkIdOf(network)),
  }));
}

/** Tokens of the first units of a network whose offers those are not; sign-ins of one address are counted. */
export async function signInBorrowers(
  server: Pick<RunningServer, 'port'>,
  network: number,
  { networks, most }: { readonly networks: number; readonly most: number },
): Promise<string[]> {
  const own = networkAt(network, networks).units.slice(0, -2);
  const owners = AUTOMATIC.map((index) => index % own.length);
  const borrowers = own.filter((_unit, index) => !owners.includes(index)).slice(0, most);
  const tokens: string[] = [];
  for (const { code } of borrowers) tokens.push(await signIn(server, code));
  return tokens;
}

/** How a request for a booking went. */
export interface Outcome {
  /** The state of the booking, the type of the refusal, or the code of the error. */
  readonly said: string;
  readonly milliseconds: number;
}

/** Asks for an hour from that instant; never throws for what the server answers. */
export async function requestHour(
  pool: Pool,
  token: string,
  { offerId, networkId }: Bookable,
  startsAt: Date,
): Promise<Outcome> {
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  const input = { offerId, networkId, startsAt, endsAt, purpose: '居民议事会' };
  const asked = performance.now();
  const { statusCode, body } = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: REQUEST, variables: { input } }),
  });
  const text = await body.text();
  return { said: said(text, statusCode), milliseconds: performance.now() - asked };
}

interface Answer {
  readonly data?: {
    readonly requestBooking: { readonly __typename: string; readonly state?: string };
  } | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

function said(text: string, status: number): string {
  const { data, errors } = JSON.parse(text) as Answer;
  if (errors) return errors[0]?.extensions?.code ?? `status ${status}`;
  return data?.requestBooking.state ?? data?.requestBooking.__typename ?? `status ${status}`;
}
