import { toGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { AnswerActs } from '../support/answer-acts.js';
import { startLiveServer, type LiveServer } from '../support/live-server.js';
import { LiveFeeds, nextOf, said, type ChangeFeed } from '../support/live-feeds.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { MembershipActs } from '../support/membership-acts.js';
import { startWorld, type World } from '../support/world.js';

const WITHDRAW = `mutation ($id: ID!, $version: Int!) { withdrawOffer(id: $id, version: $version) { __typename } }`;
const REVOKE = `mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { ... on Post { id } } }`;
const VERSION = `query ($id: ID!) { node(id: $id) { ... on Offer { version } ... on Post { version } } }`;
const SIGN_OUT = 'mutation { signOut }';
const SIGNED_OUT = [
  expect.objectContaining({ extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) }),
];

/** A socket that nobody may use any more is closed so. */
const SIGN_IN = expect.objectContaining({ code: 4403 });

describe('what a subscription tells', () => {
  let world: World;
  let server: LiveServer;
  let hasty: LiveServer;
  let meetings: MeetingActs;
  const feeds = new LiveFeeds(() => server);

  beforeEach(async () => {
    world = await startWorld();
    server = await startLiveServer(world.api);
    hasty = await startLiveServer(world.api, { pulse: 100 });
    meetings = new MeetingActs(world);
  });
  afterEach(async () => {
    await feeds.close();
    await server.close();
    await hasty.close();
    await world.close();
  });

  const version = async (account: string, id: string): Promise<number> => {
    const { node } = await world.as(account).ask<{ node: { version: number } }>(VERSION, { id });
    return node.version;
  };

  /** Whatever is told of an unknown thing. */
  const unknown = async (account: string): Promise<object> => {
    const id = toGlobalId('Meeting', randomUUID());
    const feed = await feeds.watch(world, account, 'meetingChanged', { id });
    const { cursor: _, ...told } = await nextOf(feed);
    await feed.expectOver();
    return told;
  };

  const expectGone = async (feed: ChangeFeed, account: string): Promise<void> => {
    const { cursor: _, ...told } = await nextOf(feed);
    expect(told).toEqual(await unknown(account));
    await feed.expectOver();
  };

  it('is nothing of a meeting to which others are invited, as of one that does not exist', async () => {
    const meeting = await meetings.called(meetings.working(['clinic']));
    await expectGone(await feeds.watch(world, 'bus-639', 'meetingChanged', { id: meeting.id }), 'bus-639');
    const elsewhere = await feeds.watch(world.other, 'clinic', 'meetingChanged', { id: meeting.id });
    await expectGone(elsewhere, 'clinic');
  });

  it('is each act only as far as the post may read of it', async () => {
    const meeting = await meetings.called(meetings.working(['clinic', 'bus-639']));
    const [convener, clinic] = [
      await feeds.watch(world, meetings.secretary, 'meetingChanged', { id: meeting.id }),
      await feeds.watch(world, 'clinic', 'meetingChanged', { id: meeting.id }),
    ];
    for (const feed of [convener, clinic]) await feed.next();
    await new AnswerActs(world, meeting).accept('bus-639');
    expect(said(await nextOf(convener))).toEqual(['Meeting MeetingAnswer CHANGED']);
    await meetings.step('moveMeeting', await meetings.see(meeting.id));
    const told = said(await nextOf(clinic));
    expect(told).toContain('Meeting MeetingMove CREATED');
    expect(told.join()).not.toContain('MeetingAnswer');
  });

  it('ends when an offer is withdrawn from others, and goes on for its owner', async () => {
    const id = await world.offer('bus-45');
    const [owner, other] = [
      await feeds.watch(world, 'bus-639', 'offerChanged', { id }),
      await feeds.watch(world, 'clinic', 'offerChanged', { id }),
    ];
    for (const feed of [owner, other]) expect((await nextOf(feed)).offer).toMatchObject({ id });
    await world.as('bus-639').ask(WITHDRAW, { id, version: await version('bus-639', id) });
    expect(await nextOf(other)).toMatchObject({ acts: [], offer: null });
    await other.expectOver();
    expect((await nextOf(owner)).offer).toMatchObject({ state: 'WITHDRAWN' });
  });

  it('ends when the unit is suspended, though nothing was done to the thing', async () => {
    const id = await world.offer('bus-45');
    const feed = await feeds.watch(world, 'clinic', 'offerChanged', { id });
    expect((await nextOf(feed)).offer).toMatchObject({ id });
    await new MembershipActs(world).step('suspendMembership', 'clinic');
    expect(await nextOf(feed)).toMatchObject({ acts: [], offer: null });
    await feed.expectOver();
  });

  it('ends with the post, and the socket asks to sign in', async () => {
    const meeting = await meetings.called();
    const client = await feeds.clientOf(world, 'southeast-officer');
    const closed = new Promise((resolve) => client.on('closed', resolve));
    const feed = feeds.watchThrough(client, 'meetingChanged', { id: meeting.id });
    await feed.next();
    const id = world.post('southeast-officer');
    await world.as(meetings.secretary).ask(REVOKE, { id, version: await version(meetings.secretary, id) });
    expect((await feed.nextAnswer()).errors).toEqual(SIGNED_OUT);
    expect(await closed).toEqual(SIGN_IN);
  });

  it('ends when the token has run out, at the next change', async () => {
    const meeting = await meetings.called();
    const client = await feeds.clientOf(world, 'clinic');
    const closed = new Promise((resolve) => client.on('closed', resolve));
    const feed = feeds.watchThrough(client, 'meetingChanged', { id: meeting.id });
    await feed.next();
    world.clock.advance(16 * 60_000);
    await meetings.step('moveMeeting', meeting);
    const { data = null, errors } = await feed.nextAnswer();
    expect({ data, errors }).toEqual({ data: null, errors: SIGNED_OUT });
    expect(await closed).toEqual(SIGN_IN);
  });

  it('ends when the token has run out or the session was ended, though nothing changes', async () => {
    const meeting = await meetings.called();
    const ends = [() => world.as('clinic').ask(SIGN_OUT), async () => world.clock.advance(16 * 60_000)];
    for (const end of ends) {
      const client = await feeds.clientOf(world, 'clinic', hasty);
      const closed = new Promise((resolve) => client.on('closed', resolve));
      const feed = feeds.watchThrough(client, 'meetingChanged', { id: meeting.id });
      await feed.next();
      await end();
      expect(await closed).toEqual(SIGN_IN);
      world.clock.advance(24 * 3_600_000);
    }
  });
});
