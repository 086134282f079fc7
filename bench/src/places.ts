import { product } from './product.ts';
import type { Place } from './queries/read-queries.ts';
import type { RunningServer } from './servers/running-server.ts';
import { dayOfTurn } from './world/booking-rows.ts';
import { idOf } from './world/ids.ts';
import { networkIdOf, PASSWORD, REGION, secretaryOf } from './world/world.ts';

/** Networks that are asked in turn, so that one set of pages is not all that is read. */
const ASKED = 4;
/** Of the first partner's offers, the one it has as the second in the network's list. */
const OFFER = 2;

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { ... on Access { token } ... on Refusal { message } }
}`;

/** A place as its secretary asks for it. */
export interface SignedPlace {
  readonly place: Place;
  readonly token: string;
}

/** The secretaries of some networks sign in with their passwords. */
export async function signInEverywhere(
  ours: RunningServer,
  networks: number,
  now: Date,
): Promise<SignedPlace[]> {
  const asked = Math.min(ASKED, networks);
  const { toGlobalId } = await product.globalIds();
  const signed: SignedPlace[] = [];
  for (let turn = 0; turn < asked; turn++) {
    const network = Math.floor((turn * networks) / asked);
    const networkId = networkIdOf(network);
    const offerId = idOf('offer', `partner-${network}-${OFFER - 1}`, OFFER);
    signed.push({
      token: await signIn(ours, secretaryOf(network)),
      place: {
        regionId: REGION.id,
        networkId,
        offerId,
        from: now.toISOString(),
        globalNetworkId: toGlobalId('Network', networkId),
        globalOfferId: toGlobalId('Offer', offerId),
        wish: wishOf(network, now),
      },
    });
  }
  return signed;
}

/** From 14:00 to 16:00 in Shanghai on a day of the network's bookings. */
function wishOf(network: number, now: Date): Place['wish'] {
  const day = dayOfTurn(now, network, 1);
  return { from: `${day}T06:00:00Z`, to: `${day}T08:00:00Z` };
}

export async function signIn({ port }: Pick<RunningServer, 'port'>, account: string): Promise<string> {
  const input = { region: REGION.code, account, password: PASSWORD };
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: SIGN_IN, variables: { input } }),
  });
  const { data } = (await answer.json()) as { data?: { signIn?: { token?: string; message?: string } } };
  if (!data?.signIn?.token)
    throw new Error(`${account} could not sign in: ${data?.signIn?.message ?? answer.status}`);
  return data.signIn.token;
}
