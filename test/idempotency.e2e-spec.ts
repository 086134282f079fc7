import { attachPicture } from './support/attached.js';
import { queryAsSuperuser } from './support/cluster.js';
import { startWorld, type World } from './support/world.js';

const REQUEST = /* GraphQL */ `
  mutation ($input: RequestBookingInput!) {
    requestBooking(input: $input) {
      __typename
      ... on Booking {
        id
        version
        state
        offer {
          title
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`;
const COUNT = '{ bookings { totalCount } }';
const HOUR = 3_600_000;

/** A mutation with a key acts once, however often its answer is lost on the way. */
describe('retries with an Idempotency-Key', () => {
  let world: World;
  let bus: string;
  let warmHome: string;
  let hour = 0;

  beforeAll(async () => {
    world = await startWorld();
    bus = await world.offer('bus-45');
    warmHome = await world.offer('warm-home');
  });

  afterAll(() => world.close());

  /** Every wish is for another hour, unless it is repeated. */
  function wish(offerId = warmHome, purpose = '重试') {
    const startsAt = new Date(Date.parse('2026-12-07T08:30:00+08:00') + hour++ * HOUR);
    const endsAt = new Date(startsAt.getTime() + HOUR);
    return { input: { offerId, networkId: world.network('southeast'), startsAt, endsAt, purpose } };
  }

  const ask = (account: string, key: string, variables: object, query = REQUEST) =>
    world.as(account).askRaw(query, variables, { 'idempotency-key': key });

  const countFor = async (account: string) =>
    (await world.as(account).ask<{ bookings: { totalCount: number } }>(COUNT)).bookings.totalCount;

  it('give the first answer again and act no second time', async () => {
    const variables = wish();
    const first = await ask('clinic', 'one', variables);
    const second = await ask('clinic', 'one', variables);
    expect(second.raw).toBe(first.raw);
    expect([first, second].map(({ headers }) => headers['idempotency-replayed'])).toEqual([
      undefined,
      'true',
    ]);
    expect(await countFor('clinic')).toBe(1);
  });

  it('give a refusal again, though what was in the way has gone', async () => {
    const variables = wish();
    const taken = await ask('clinic', 'taker', variables);
    const refused = await ask('developer', 'refused', variables);
    expect(refused.raw).toContain('SPAN_TAKEN');
    await world
      .as('clinic')
      .ask(
        'mutation ($id: ID!, $version: Int!) { cancelBooking(id: $id, version: $version) { __typename } }',
        JSON.parse(taken.raw).data.requestBooking,
      );
    expect((await ask('developer', 'refused', variables)).raw).toBe(refused.raw);
    expect((await ask('developer', 'anew', variables)).raw).toContain('"Booking"');
  });

  it('are refused when the key was sent with another request', async () => {
    await ask('clinic', 'two', wish());
    const { errors } = await world.as('clinic').tryAsk(REQUEST, wish(), { 'idempotency-key': 'two' });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'Idempotency-Key' }],
    });
  });

  it('belong to one post: another may use the same key', async () => {
    const answers = [await ask('clinic', 'shared', wish()), await ask('food-market', 'shared', wish())];
    expect(new Set(answers.map(({ raw }) => JSON.parse(raw).data.requestBooking.id)).size).toBe(2);
  });

  it('get CONFLICT while the first is at work, and the first answer afterwards', async () => {
    const variables = wish();
    const before = await countFor('police-post');
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask('police-post', 'race', variables)));
    const acted = answers.filter(({ raw }) => raw.includes('"Booking"'));
    expect(new Set(acted.map(({ raw }) => raw)).size).toBe(1);
    for (const { raw } of answers.filter((answer) => !acted.includes(answer)))
      expect(raw).toContain('CONFLICT');
    expect(await countFor('police-post')).toBe(before + 1);
    expect((await ask('police-post', 'race', variables)).raw).toBe(acted[0]?.raw);
  });

  it('store nothing when the act failed, so that it can be tried again', async () => {
    const variables = wish();
    const withoutNetwork = { input: { ...variables.input, networkId: 'x' } };
    expect((await ask('clinic', 'failed', withoutNetwork)).raw).toContain('NOT_FOUND');
    expect((await ask('clinic', 'failed', variables)).raw).toContain('"Booking"');
  });

  it('are not told what the caller may no longer see', async () => {
    const { input } = wish(bus);
    const startsAt = '2026-12-09T10:00:00+08:00';
    const variables = { input: { ...input, startsAt, endsAt: '2026-12-09T11:00:00+08:00' } };
    const query = REQUEST;
    expect((await ask('clinic', 'gone', variables, query)).raw).toContain('社区活动用车');
    const { node } = await world
      .as('bus-639')
      .ask<{ node: { version: number } }>('query ($id: ID!) { node(id: $id) { ... on Offer { version } } }', {
        id: bus,
      });
    await world
      .as('bus-639')
      .ask(
        'mutation ($id: ID!, $version: Int!) { withdrawOffer(id: $id, version: $version) { __typename } }',
        { id: bus, version: node.version },
      );
    const { raw } = await ask('clinic', 'gone', variables, query);
    expect(raw).toContain('NOT_FOUND');
    expect(raw).not.toContain('社区活动用车');
  });

  it('are told of what the act itself has taken away', async () => {
    const owner = world.as('southeast-kindergarten');
    const id = await attachPicture(owner, await world.offer('hall'));
    const REMOVE = 'mutation ($id: ID!) { removeFile(id: $id) { id name } }';
    const first = await ask('southeast-kindergarten', 'remove', { id }, REMOVE);
    expect(first.raw).toContain('照片.png');
    expect((await ask('southeast-kindergarten', 'remove', { id }, REMOVE)).raw).toBe(first.raw);
    expect((await ask('southeast-kindergarten', 'again', { id }, REMOVE)).raw).toContain('NOT_FOUND');
  });

  it('are forgotten after 24 hours', async () => {
    const variables = wish();
    const first = await ask('developer', 'old', variables);
    world.clock.advance(24 * HOUR + 1);
    const second = await ask('developer', 'old', variables);
    expect(second.raw).not.toBe(first.raw);
    expect(second.raw).toContain('SPAN_TAKEN');
  });

  it('keep no secret: a repetition is told everything but the code that was shown once', async () => {
    const APPOINT = `mutation ($input: AppointInput!) {
      appoint(input: $input) { ... on Appointment { post { role } setUp { account hidden: oneTimeCode text: chatText } } }
    }`;
    const input = { unitId: world.unit('clinic'), role: 'DEPUTY', person: { newPerson: '医务站副联络员' } };
    const [first, second] = [
      await ask('southeast-committee', 'secret', { input }, APPOINT),
      await ask('southeast-committee', 'secret', { input }, APPOINT),
    ].map(({ raw }) => JSON.parse(raw).data.appoint);
    expect(first.setUp.hidden).toMatch(/.{20,}/);
    expect(first.setUp.text).toContain(first.setUp.hidden);
    expect(second).toEqual({ ...first, setUp: { ...first.setUp, hidden: '', text: '' } });
    const kept = await queryAsSuperuser('SELECT answer FROM idempotency_key', world.api.database.name);
    expect(JSON.stringify(kept)).not.toContain(first.setUp.hidden);
  });

  it('mean nothing for switching posts: a token is no answer to keep', async () => {
    const id = world.post('clinic');
    const SWITCH = 'mutation ($id: ID!) { switchPost(id: $id) { expiresAt me { name } } }';
    for (let attempt = 0; attempt < 2; attempt++) {
      const { raw, headers } = await ask('clinic', 'switch', { id }, SWITCH);
      expect(raw).toContain('expiresAt');
      expect(headers['idempotency-replayed']).toBeUndefined();
    }
  });

  it('need a well-formed key and exactly one mutation field; queries ignore it', async () => {
    const two = 'mutation { a: signOut b: signOut }';
    for (const [key, query] of [
      ['k'.repeat(256), 'mutation { signOut }'],
      ['', 'mutation { signOut }'],
      ['with space', 'mutation { signOut }'],
      ['two', two],
    ] as const) {
      const { errors } = await world.as('savings-bank').tryAsk(query, {}, { 'idempotency-key': key });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'Idempotency-Key' }],
      });
    }
    expect((await ask('savings-bank', 'query', {}, COUNT)).raw).toContain('totalCount');
    expect((await ask('savings-bank', 'bye', {}, 'mutation { signOut }')).raw).toContain('"signOut":true');
  });
});
