import { failed, script } from '../test/scripted-api.js';
import { ApiError } from './api-error.js';
import { graphql } from './graphql.js';

const COUNT = graphql(`
  {
    bookings {
      totalCount
    }
  }
`);
const WITHDRAW = graphql(`
  mutation ($id: ID!, $version: Int!) {
    withdrawBooking(id: $id, version: $version) {
      __typename
    }
  }
`);
const COUNTED = { body: { data: { bookings: { totalCount: 3 } } } };
const WITHDRAWN = { body: { data: { withdrawBooking: { __typename: 'Booking' } } } };
const REFUSED = { body: { data: { withdrawBooking: { __typename: 'WrongState' } } } };
const CUT = new TypeError('fetch failed');
const WHICH = { id: 'booking', version: 1 };

const failureOf = async (asked: Promise<unknown>): Promise<ApiError> => {
  const failure: unknown = await asked.then(
    () => null,
    (error: unknown) => error,
  );
  if (failure instanceof ApiError) return failure;
  throw new Error('No ApiError came.');
};

describe('a passing failure', () => {
  it.each([
    ['a cut connection', CUT],
    ['a busy database', failed('UNAVAILABLE', 503)],
    ['a proxy that finds nobody', { status: 502, body: '<html>Bad gateway</html>' }],
  ])('is waited for, longer each time: %s', async (_name, failure) => {
    const { client, waits } = script([failure, failure, failure, COUNTED]);
    expect(await client.query(COUNT)).toEqual({ bookings: { totalCount: 3 } });
    expect(waits).toEqual([250, 500, 1000]);
  });

  it('is waited for at least as long as the API asks', async () => {
    const date = new Date('2026-11-23T01:00:09Z').toUTCString();
    const { client, waits } = script([
      failed('TOO_MANY_REQUESTS', 429, { 'retry-after': '7' }),
      failed('UNAVAILABLE', 503, { 'retry-after': date }),
      COUNTED,
    ]);
    await client.query(COUNT);
    expect(waits).toEqual([7000, 9000]);
  });

  it('is not waited for when the API asks for more than one would wait', async () => {
    const { client, waits, sent } = script([failed('TOO_MANY_REQUESTS', 429, { 'retry-after': '31' })]);
    const { code, retryAfter, status, requestId } = await failureOf(client.query(COUNT));
    expect([code, retryAfter, status, requestId]).toEqual(['TOO_MANY_REQUESTS', 31, 429, 'request-1']);
    expect([waits, sent.length]).toEqual([[], 1]);
  });

  it('is given up after as many attempts as were wanted, with the last failure', async () => {
    const { client, waits } = script([failed('UNAVAILABLE', 503), CUT, CUT], { retries: { attempts: 3 } });
    const failure = await failureOf(client.query(COUNT));
    expect([failure.code, failure.status, failure.cause]).toEqual(['NO_ANSWER', null, CUT]);
    expect(waits).toEqual([250, 500]);
  });

  it('has waits that differ by chance, so that clients do not come back at once', async () => {
    const waits: number[] = [];
    const sleep = async (milliseconds: number) => void waits.push(milliseconds);
    const { client } = script([CUT, COUNTED], { surroundings: { random: () => 0.5, sleep } });
    await client.query(COUNT);
    expect(waits).toEqual([187.5]);
  });

  it('is not waited for once the caller has turned away', async () => {
    const { client, sent } = script([CUT, COUNTED]);
    const asked = client.query(COUNT, {}, { signal: AbortSignal.abort(new Error('gone')) });
    await expect(asked).rejects.toThrow('gone');
    expect(sent).toHaveLength(1);
  });
});

describe('what stays', () => {
  it.each([
    ['BAD_USER_INPUT', 400],
    ['FORBIDDEN', 403],
    ['NOT_FOUND', 200],
    ['CONFLICT', 409],
    ['INTERNAL', 500],
    ['UNAVAILABLE', 200],
  ])('is not asked again: %s with %s', async (code, status) => {
    const { client, sent } = script([failed(code, status)]);
    expect((await failureOf(client.query(COUNT))).code).toBe(code);
    expect(sent).toHaveLength(1);
  });

  it('is not asked again when it is a refusal', async () => {
    const { client, sent } = script([REFUSED]);
    const outcome = await client.mutate(WITHDRAW, WHICH);
    expect([outcome.ok, sent.length]).toEqual([false, 1]);
  });

  it('is not taken for the API when something else answers', async () => {
    const { client } = script([{ status: 404, body: '<html>404</html>' }]);
    const { code, status } = await failureOf(client.query(COUNT));
    expect([code, status]).toEqual(['NOT_THE_API', 404]);
  });

  it('is told with what was answered beside it', async () => {
    const errors = [
      { message: 'No.', path: ['offer'], extensions: { code: 'NOT_FOUND', requestId: 'request-9' } },
    ];
    const { client } = script([{ body: { data: { bookings: null }, errors } }]);
    const { path, data, requestId } = await failureOf(client.query(COUNT));
    expect([path, data, requestId]).toEqual([['offer'], { bookings: null }, 'request-9']);
  });

  it('has a code of the API’s own fault when the code is newer than the client', async () => {
    const { client } = script([failed('TEAPOT', 400)]);
    expect((await failureOf(client.query(COUNT))).code).toBe('INTERNAL');
  });
});

describe('a mutation', () => {
  const keysOf = (sent: readonly { headers: Readonly<Record<string, string>> }[]) =>
    sent.map(({ headers }) => headers['idempotency-key']);

  it('keeps its key over all attempts, and the next wish has another', async () => {
    const { client, sent } = script([CUT, failed('UNAVAILABLE', 503), WITHDRAWN, WITHDRAWN]);
    await client.mutate(WITHDRAW, WHICH);
    await client.mutate(WITHDRAW, WHICH);
    expect(keysOf(sent)).toEqual(['key-1', 'key-1', 'key-1', 'key-2']);
  });

  it('carries the key it is given', async () => {
    const { client, sent } = script([WITHDRAWN]);
    await client.mutate(WITHDRAW, WHICH, { idempotencyKey: 'kept' });
    expect(keysOf(sent)).toEqual(['kept']);
  });

  it('waits for its first attempt when that may still be at work', async () => {
    const { client, sent } = script([CUT, failed('CONFLICT', 409), WITHDRAWN]);
    expect((await client.mutate(WITHDRAW, WHICH)).ok).toBe(true);
    expect(keysOf(sent)).toEqual(['key-1', 'key-1', 'key-1']);
  });

  it('takes a conflict for one when it was only told to slow down before', async () => {
    const { client } = script([failed('TOO_MANY_REQUESTS', 429), failed('CONFLICT', 409)]);
    expect((await failureOf(client.mutate(WITHDRAW, WHICH))).code).toBe('CONFLICT');
  });
});

it('makes keys that the API takes, and no two alike', async () => {
  const { SURROUNDINGS } = await import('./surroundings.js');
  const keys = [SURROUNDINGS.newKey(), SURROUNDINGS.newKey()];
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)]);
  expect(new Set(keys).size).toBe(2);
});
