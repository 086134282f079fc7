import type { Role } from '#tenancy';
import { EXAMPLE } from './support/example-file.js';
import { MeetingActs } from './support/meeting-acts.js';
import { NeedActs } from './support/need-acts.js';
import { startWorld, type World } from './support/world.js';

const AUDIENCE = 'unitCount readers { unit { code } roles parts networks { code } }';
const OF_OFFER = `query ($id: ID!, $networkIds: [ID!]!) { audience: offerAudience(id: $id, networkIds: $networkIds) { ${AUDIENCE} } }`;
const OF_BOOKING = `query ($offerId: ID!, $networkId: ID!) { audience: bookingAudience(offerId: $offerId, networkId: $networkId) { ${AUDIENCE} } }`;
const OF_NEED = `query ($networkId: ID!) { audience: needAudience(networkId: $networkId) { ${AUDIENCE} } }`;
const OF_MEETING = `query ($id: ID!) { audience: meetingAudience(id: $id) { ${AUDIENCE} } }`;
const PUBLISH = `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
  publishOffer(id: $id, version: $version, networkIds: $networkIds) { ... on Offer { id } }
}`;
const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id version } } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) {
  confirmBooking(id: $id, version: $version) { __typename }
}`;
const CONTACT = { contactName: '值班', contactPhone: '021-55550000' };
const SUSPEND = `mutation ($id: ID!, $version: Int!) { suspendMembership(id: $id, version: $version) { __typename } }`;

interface Reader {
  unit: { code: string } | null;
  roles: Role[];
  parts: string[];
  networks: { code: string }[];
}
interface Audience {
  unitCount: number;
  readers: Reader[];
}
interface PostFixture {
  account: string;
  unit: string;
  role: Role;
}

const POSTS = (EXAMPLE.roster as unknown as { posts: PostFixture[] }).posts;

describe('who will see it', () => {
  let world: World;
  let networkIds: string[];

  beforeAll(async () => {
    world = await startWorld();
    networkIds = [world.network('southeast'), world.network('riverside')];
    // One that was there and takes no part now.
    const id = world.membership('savings-bank', 'southeast');
    await world.as('southeast-committee').ask(SUSPEND, { id, version: 1 });
  });
  afterAll(() => world.close());

  const ask = async (account: string, query: string, variables: object): Promise<Audience> =>
    (await world.as(account).ask<{ audience: Audience }>(query, variables)).audience;
  const foretold = ({ readers }: Audience, { unit, role }: PostFixture): string[] =>
    readers
      .filter((one) => (one.unit?.code ?? 'zhoupu-office') === unit && one.roles.includes(role))
      .flatMap(({ parts }) => parts)
      .toSorted();
  /** For each post, what it turns out to read. */
  const expectForetold = async (
    audience: Audience,
    read: (post: PostFixture) => Promise<(string | false | undefined)[]>,
    posts: readonly PostFixture[] = POSTS,
  ): Promise<void> => {
    for (const post of posts) {
      const seen = (await read(post)).filter((part) => typeof part === 'string');
      expect([post.account, ...foretold(audience, post)]).toEqual([post.account, ...seen.toSorted()]);
    }
  };
  const without = (audience: Audience, ...parts: string[]): Audience => ({
    ...audience,
    readers: audience.readers.map((one) => ({
      ...one,
      parts: one.parts.filter((each) => !parts.includes(each)),
    })),
  });
  const node = async <Thing>(
    { account, unit, role }: PostFixture,
    id: string,
    fields: string,
  ): Promise<Thing | null> =>
    (
      await world
        .as(account, { unit, role })
        .ask<{ node: Thing | null }>(`query ($id: ID!) { node(id: $id) { ${fields} } }`, { id })
    ).node;

  it.each([
    ['one network', 1],
    ['two networks', 2],
  ])('an offer in %s is seen by whom was foretold, once it is published', async (_, count) => {
    const { id, version } = await world.draft('pumps', { notes: '内部', contactPhone: '13900000000' });
    const wanted = networkIds.slice(0, count);
    const audience = await ask('fire-squadron', OF_OFFER, { id, networkIds: wanted });
    await world.as('fire-squadron').ask(PUBLISH, { id, version, networkIds: wanted });
    await expectForetold(audience, async (post) => {
      const offer = await node<{ internal: object | null }>(
        post,
        id,
        '... on Offer { internal { notes contactPhone } }',
      );
      return [offer !== null && 'OFFER', offer?.internal !== null && offer !== null && 'OFFER_INTERNAL'];
    });
    const others = audience.readers
      .flatMap(({ unit }) => unit?.code ?? [])
      .filter((code) => code !== 'fire-squadron');
    expect(audience.unitCount).toBe(new Set(others).size);
  });

  it('names units with the networks through which they read, and stewards without a name', async () => {
    const { id } = await world.draft('bus-lounge');
    const { readers, unitCount } = await ask('bus-639', OF_OFFER, { id, networkIds });
    const of = (code: string | null): Reader[] => readers.filter(({ unit }) => (unit?.code ?? null) === code);
    expect(of('clinic')).toMatchObject([{ parts: ['OFFER'], networks: [{ code: 'southeast' }] }]);
    expect(of('fire-squadron')).toMatchObject([{ networks: [{ code: 'riverside' }, { code: 'southeast' }] }]);
    expect(of('southeast-committee')).toMatchObject([
      { roles: ['SECRETARY', 'OFFICER'], parts: ['OFFER', 'OFFER_INTERNAL'] },
      { parts: ['OFFER'] },
    ]);
    expect(of(null)).toMatchObject([{ roles: ['STEWARD'], parts: ['OFFER'], networks: [{}, {}] }]);
    // 14 of 1+13 without the bus fleet and the bank, 5 of 1+5 without it; the squadron is in both.
    expect(unitCount).toBe(12 + 5 - 1);
  });

  it('a booking is seen by whom was foretold, before and after it is confirmed', async () => {
    const offerId = await world.offer('bus-45');
    const networkId = world.network('southeast');
    const audience = await ask('clinic', OF_BOOKING, { offerId, networkId });
    const input = {
      offerId,
      networkId,
      purpose: '义诊',
      contactPhone: '13900000001',
      startsAt: '2026-12-12T10:00:00+08:00',
      endsAt: '2026-12-12T11:00:00+08:00',
    };
    const { requestBooking: booking } = await world
      .as('clinic')
      .ask<{ requestBooking: { id: string; version: number } }>(REQUEST, { input });
    const read = async (post: PostFixture, contact: string): Promise<(string | false | undefined)[]> => {
      const seen = await node<{ requesterContact: object | null }>(
        post,
        booking.id,
        '... on Booking { purpose requesterContact { phone } }',
      );
      return [seen !== null && 'BOOKING', seen?.requesterContact && contact].map((part) => part ?? undefined);
    };
    await expectForetold(without(audience, 'CONTACT_ONCE_CONFIRMED'), (post) => read(post, 'CONTACT'));
    await world.as('bus-639').ask(CONFIRM, booking);
    await expectForetold(audience, (post) =>
      read(post, post.unit === 'bus-639' ? 'CONTACT_ONCE_CONFIRMED' : 'CONTACT'),
    );
  });

  it('a need is read by whom was foretold, proposed, taken and claimed', async () => {
    const needs = new NeedActs(world);
    const audience = await ask('clinic', OF_NEED, { networkId: networkIds[0] });
    const read = async (post: PostFixture, id: string, once: string): Promise<(string | false)[]> => {
      const fields = '... on Need { title contact { phone } }';
      const seen = await node<{ contact: object | null }>(post, id, fields);
      const isEarly = ['clinic', 'southeast-committee'].includes(post.unit) && post.role !== 'REPRESENTATIVE';
      const contact = isEarly ? 'NEED_CONTACT' : 'NEED_CONTACT_ONCE_CLAIMED';
      return [seen !== null && (isEarly ? 'NEED' : once), seen?.contact ? contact : false];
    };
    const proposed = await needs.step('clinic', 'proposeNeed', await needs.draft('clinic', CONTACT));
    await expectForetold(without(audience, 'NEED_ONCE_TAKEN', 'NEED_CONTACT_ONCE_CLAIMED'), (post) =>
      read(post, proposed.id, 'NEED'),
    );
    const taken = await needs.step('southeast-committee', 'takeNeed', proposed);
    await expectForetold(without(audience, 'NEED_CONTACT_ONCE_CLAIMED'), (post) =>
      read(post, taken.id, 'NEED_ONCE_TAKEN'),
    );
    await needs.step('southeast-committee', 'openNeed', taken);
    await needs.claim('food-market', taken.id);
    const claimants = POSTS.filter(({ unit }) => unit === 'food-market');
    await expectForetold(audience, (post) => read(post, taken.id, 'NEED_ONCE_TAKEN'), claimants);
  });

  it.each([
    ['joint', (acts: MeetingActs) => acts.input()],
    ['working', (acts: MeetingActs) => acts.working(['clinic', 'police-post'])],
  ])('a %s meeting is read by whom was foretold', async (_, draft) => {
    const meetings = new MeetingActs(world);
    const { id, version } = await meetings.draft(draft(meetings));
    const audience = await ask('southeast-officer', OF_MEETING, { id });
    await meetings.step('callMeeting', { id, version });
    await expectForetold(audience, async (post) => {
      const seen = await node<{ call: object | null }>(
        post,
        id,
        '... on Meeting { title call { location } }',
      );
      return [seen !== null && (seen.call ? 'MEETING' : 'MEETING_NOTICE')];
    });
  });

  it('is told of one’s own offers, and in one’s own networks, alone', async () => {
    const { id } = await world.draft('newcomers-home');
    const code = async (account: string, query: string, variables: object): Promise<string | undefined> =>
      (await world.as(account).tryAsk(query, variables)).errors?.[0]?.extensions.code;
    const [southeast, riverside] = networkIds;
    expect(await code('food-market', OF_OFFER, { id, networkIds: [riverside] })).toBe('NOT_FOUND');
    expect(await code('clinic', OF_OFFER, { id, networkIds: [southeast] })).toBe('NOT_FOUND');
    expect(await code('food-market', OF_OFFER, { id, networkIds: [] })).toBe('BAD_USER_INPUT');
    const shown = await world.offer('warm-home');
    expect(await code('clinic', OF_OFFER, { id: shown, networkIds: [southeast] })).toBe('FORBIDDEN');
    expect(await code('fire-squadron', OF_BOOKING, { offerId: shown, networkId: riverside })).toBe(
      'NOT_FOUND',
    );
    expect(await code('fire-squadron', OF_BOOKING, { offerId: shown, networkId: southeast })).toBeUndefined();
  });
});
