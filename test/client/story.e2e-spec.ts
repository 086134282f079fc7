import { Client, graphql, type ApiError } from '#client';
import { PASSWORD, startWorld, type World } from '../support/world.js';
import { CuttingProxy, type Cut } from './cutting-proxy.js';

const SIGN_IN = graphql(`
  mutation SignIn($account: String!, $password: String!) {
    signIn(input: { region: "310115", account: $account, password: $password }) {
      __typename
      ... on Access {
        token
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);
const DASHBOARD = graphql(`
  query Dashboard($network: ID!) {
    network(id: $network) {
      name
      memberships(first: 50) {
        totalCount
      }
      offers(first: 20) {
        edges {
          node {
            title
            ... on Vehicle {
              seats
            }
          }
        }
      }
    }
  }
`);
const MEMBERS = graphql(`
  query Members($network: ID!, $after: String) {
    network(id: $network) {
      memberships(first: 5, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            role
            unit {
              name
            }
          }
        }
      }
    }
  }
`);
const REQUEST = graphql(`
  mutation Request($input: RequestBookingInput!) {
    requestBooking(input: $input) {
      __typename
      ... on Booking {
        id
        state
      }
      ... on SpanTaken {
        nextFree {
          startsAt
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);
const COUNT = graphql(`
  {
    bookings {
      totalCount
    }
  }
`);

/** What a builder does, over a socket, with the client that builders get. */
describe('the client', () => {
  let world: World;
  let proxy: CuttingProxy;
  let warmHome: string;
  let hour = 0;

  beforeAll(async () => {
    world = await startWorld();
    await world.offer('bus-45');
    warmHome = await world.offer('warm-home');
    await world.api.app.listen(0, '127.0.0.1');
    proxy = await CuttingProxy.before(Number(new URL(await world.api.app.getUrl()).port));
  });

  afterAll(async () => {
    await proxy.close();
    await world.close();
  });

  const nobody = () => new Client({ url: proxy.url, language: 'en' });

  const signIn = (account: string) => async (): Promise<string> => {
    const outcome = await nobody().mutate(SIGN_IN, { account, password: PASSWORD });
    if (outcome.ok) return outcome.value.token;
    throw new Error(outcome.refusal.message);
  };

  const clientOf = (account: string) =>
    new Client({
      url: proxy.url,
      token: signIn(account),
      language: 'en',
      retries: { attempts: 12, firstWait: 10, longestWait: 200 },
    });

  /** The warm home for an hour that nobody has asked for yet. */
  const wish = () => {
    const startsAt = new Date(Date.parse('2026-12-07T08:30:00+08:00') + hour++ * 3_600_000);
    return {
      input: {
        offerId: warmHome,
        networkId: world.network('southeast'),
        startsAt: startsAt.toISOString(),
        endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString(),
        purpose: '看展板',
      },
    };
  };

  it('reads a dashboard in one request', async () => {
    const { network } = await clientOf('clinic').query(DASHBOARD, { network: world.network('southeast') });
    expect(network?.memberships.totalCount).toBe(15);
    const seats = network?.offers.edges.flatMap(({ node }) => ('seats' in node ? [node.seats] : []));
    expect(seats).toEqual([45]);
  });

  it('goes through a list of several pages, each entry once', async () => {
    const names: string[] = [];
    const members = clientOf('clinic').each(
      MEMBERS,
      { network: world.network('southeast') },
      ({ network }) => network?.memberships ?? null,
    );
    for await (const { unit } of members) names.push(unit?.name ?? '');
    expect([names.length, new Set(names).size]).toEqual([15, 15]);
  });

  it('tells a yes from each no', async () => {
    const wanted = wish();
    const asked = await clientOf('clinic').mutate(REQUEST, wanted);
    expect(asked).toMatchObject({ ok: true, value: { __typename: 'Booking' } });
    const wrong = await clientOf('clinic').mutate(REQUEST, {
      input: { ...wanted.input, endsAt: '2026-12-31T00:00:00+08:00' },
    });
    if (wrong.ok || wrong.refusal.__typename !== 'RuleBroken')
      throw new Error('It should have broken a rule.');
    expect(wrong.refusal.code).toBe('RULE_BROKEN');
    expect(wrong.refusal.message).toMatch(/[a-z]/);
  });

  it('says which value was wrong, and finds nothing for who is signed in elsewhere', async () => {
    const fail = (asked: Promise<unknown>) =>
      asked.then(
        () => null,
        (error: ApiError) => error,
      );
    const { input } = wish();
    const bad = await fail(clientOf('clinic').mutate(REQUEST, { input: { ...input, purpose: ' ' } }));
    expect([bad?.code, bad?.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['input.purpose']]);
    expect(bad?.requestId).toMatch(/^[\w.:-]{8,64}$/);
    const nowhere = await fail(nobody().query(COUNT));
    expect([nowhere?.code, nowhere?.status]).toEqual(['UNAUTHENTICATED', 401]);
  });

  it('signs in again when its token has run out', async () => {
    let times = 0;
    const token = async () => {
      times += 1;
      return signIn('clinic')();
    };
    const client = new Client({ url: proxy.url, token });
    await client.query(COUNT);
    world.clock.advance(16 * 60_000);
    await client.query(COUNT);
    expect(times).toBe(2);
  });

  it.each<Cut>(['at work', 'answered'])('asks once though the line is cut when it is %s', async (cut) => {
    const client = clientOf('clinic');
    const { bookings } = await client.query(COUNT);
    const cuts = proxy.cuts;
    proxy.cutNext(cut);
    const outcome = await client.mutate(REQUEST, wish());
    expect(outcome).toMatchObject({ ok: true, value: { __typename: 'Booking' } });
    expect(proxy.cuts).toBe(cuts + 1);
    expect((await client.query(COUNT)).bookings.totalCount).toBe(bookings.totalCount + 1);
  });

  it('reads again what was cut', async () => {
    const client = clientOf('clinic');
    await client.query(COUNT);
    proxy.cutNext('answered');
    expect((await client.query(COUNT)).bookings.totalCount).toBeGreaterThan(0);
  });

  it('asks as the posts of the other tests, too', async () => {
    const { typed } = world.as('clinic');
    const { network } = await typed.query(DASHBOARD, { network: world.network('southeast') });
    expect(network?.memberships.totalCount).toBe(15);
    await expect(world.nobody().typed.query(COUNT)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
