import { failed, script } from '../test/scripted-api.js';
import { graphql } from './graphql.js';

const COUNT = graphql(`
  {
    bookings {
      totalCount
    }
  }
`);
const COUNTED = { body: { data: { bookings: { totalCount: 3 } } } };
const REJECTED = failed('UNAUTHENTICATED', 401);

const tokensOf = (sent: readonly { headers: Readonly<Record<string, string>> }[]) =>
  sent.map(({ headers }) => headers['authorization']);

describe('a token', () => {
  it('is sent as it was given', async () => {
    const { client, sent } = script([COUNTED], { token: 'lj_one' });
    await client.query(COUNT);
    expect(tokensOf(sent)).toEqual(['Bearer lj_one']);
  });

  it('is not sent by nobody', async () => {
    const { client, sent } = script([COUNTED]);
    await client.query(COUNT);
    expect(sent.map(({ headers }) => 'authorization' in headers)).toEqual([false]);
  });

  it('is fetched once for many requests, and anew when it is rejected', async () => {
    const told: (string | null)[] = [];
    const token = async (rejected: string | null) => `token-${told.push(rejected)}`;
    const { client, sent } = script([COUNTED, COUNTED, REJECTED, COUNTED], { token });
    for (let times = 0; times < 3; times++) await client.query(COUNT);
    expect(told).toEqual([null, 'token-1']);
    expect(tokensOf(sent)).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
  });

  it('is fetched anew once for requests that are rejected together', async () => {
    const told: (string | null)[] = [];
    const token = async (rejected: string | null) => `token-${told.push(rejected)}`;
    const { client } = script([REJECTED, REJECTED, COUNTED, COUNTED], { token });
    await Promise.all([client.query(COUNT), client.query(COUNT)]);
    expect(told).toEqual([null, 'token-1']);
  });

  it('is fetched anew only once for a request', async () => {
    const { client, sent } = script([REJECTED, REJECTED], { token: () => 'same' });
    await expect(client.query(COUNT)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(sent).toHaveLength(2);
  });

  it('is not fetched anew when it is only a text', async () => {
    const { client, sent } = script([REJECTED], { token: 'lj_one' });
    await expect(client.query(COUNT)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
    expect(sent).toHaveLength(1);
  });

  it('that could not be fetched is fetched with the next request', async () => {
    let times = 0;
    const token = async () => {
      if (times++ === 0) throw new Error('The sign-in is away.');
      return 'late';
    };
    const { client, sent } = script([COUNTED], { token });
    await expect(client.query(COUNT)).rejects.toThrow('The sign-in is away.');
    await client.query(COUNT);
    expect(tokensOf(sent)).toEqual(['Bearer late']);
  });
});
