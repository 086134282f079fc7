import { toGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { ClaimActs } from '../support/claim-acts.js';
import { Feed, startLiveServer, type LiveServer } from '../support/live-server.js';
import { LiveFeeds, nextOf, said } from '../support/live-feeds.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { NeedActs } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) {
  __typename ... on Booking { id version state } } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) { confirmBooking(id: $id, version: $version) { __typename } }`;
const INBOX = `subscription ($after: String) { inboxChanged(after: $after) {
  cursor at inbox { totalCount countsByKind { kind count } entries(first: 5) { edges { node { key why } } } } } }`;

interface Told {
  readonly inboxChanged: {
    readonly cursor: string;
    readonly inbox: {
      readonly totalCount: number;
      readonly countsByKind: readonly { kind: string; count: number }[];
      readonly entries: { readonly edges: readonly { node: { key: string; why: string } }[] };
    };
  };
}

describe('subscriptions', () => {
  let world: World;
  let servers: readonly [LiveServer, LiveServer];
  let meetings: MeetingActs;
  const feeds = new LiveFeeds(() => servers[0]);

  beforeAll(async () => {
    world = await startWorld();
    servers = [await startLiveServer(world.api), await startLiveServer(world.api)];
    meetings = new MeetingActs(world);
  });
  afterEach(() => feeds.close());
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await world.close();
  });

  it('tell how a meeting stands, and then what was done through another process', async () => {
    const meeting = await meetings.draft();
    const watching = servers.map((server) =>
      feeds.watch(world, meetings.secretary, 'meetingChanged', { id: meeting.id }, server),
    );
    for (const feed of await Promise.all(watching)) {
      expect(await nextOf(feed)).toMatchObject({ acts: [], meeting: { id: meeting.id, state: 'DRAFT' } });
    }
    await meetings.step('callMeeting', meeting);
    for (const feed of await Promise.all(watching)) {
      const change = await nextOf(feed);
      expect(change.meeting).toMatchObject({ state: 'CALLED' });
      expect(said(change)).toContain('Meeting Meeting CALLED');
      expect(change.acts[0]?.unit).toEqual({ code: 'southeast-committee' });
    }
  });

  it('tell of a call who takes it on, in each answer what the post may read', async () => {
    const needs = new NeedActs(world);
    const need = await needs.open('clinic', { urgency: 'URGENT' });
    const [own, other] = [
      await feeds.watch(world, 'clinic', 'callChanged', { id: need.id }),
      await feeds.watch(world, 'bus-639', 'callChanged', { id: need.id }),
    ];
    for (const feed of [own, other]) {
      expect(await nextOf(feed)).toMatchObject({ acts: [], need: { id: need.id, state: 'OPEN' } });
    }
    await new ClaimActs(world).tryClaim('fire-squadron', need.id);
    for (const feed of [own, other]) {
      const change = await nextOf(feed);
      expect(change.need?.callText).toContain('消防');
      expect(said(change)).toContain('Claim Claim ACCEPTED');
    }
  });

  it('tell of what is no call nothing, as of what does not exist', async () => {
    const need = await new NeedActs(world).open('clinic');
    for (const id of [need.id, toGlobalId('Need', randomUUID())]) {
      const feed = await feeds.watch(world, 'clinic', 'callChanged', { id });
      expect(await nextOf(feed)).toMatchObject({ acts: [], need: null });
      await feed.expectOver();
    }
  });

  it('tell of an offer that it is taken once a booking is confirmed, and nobody but its sides what was asked', async () => {
    const id = await world.offer('bus-45');
    const [owner, other] = [
      await feeds.watch(world, 'bus-639', 'offerChanged', { id }),
      await feeds.watch(world, 'zhoupu-no3-primary', 'offerChanged', { id }),
    ];
    for (const feed of [owner, other]) expect((await nextOf(feed)).acts).toEqual([]);
    const input = {
      offerId: id,
      networkId: world.network('southeast'),
      startsAt: '2026-12-13T10:00:00+08:00',
      endsAt: '2026-12-13T12:00:00+08:00',
      purpose: '活动',
    };
    const { requestBooking: booking } = await world
      .as('clinic')
      .ask<{ requestBooking: { id: string; version: number; state: string } }>(REQUEST, { input });
    expect(said(await nextOf(owner))).toContain(`Booking Booking ${booking.state}`);
    expect(booking).toMatchObject({ state: 'REQUESTED' });
    await world.as('bus-639').ask(CONFIRM, { ...booking });
    const taken = await nextOf(other);
    expect(taken).toMatchObject({ acts: [], offer: { id } });
  });

  it('tell what waits, whenever it is another, and after a cursor only if it is', async () => {
    const client = await feeds.clientOf(world, 'clinic');
    const inbox = new Feed<Told>(client, INBOX);
    const { inboxChanged: before } = await inbox.next();
    await meetings.called({ title: '待答复' });
    const { inboxChanged: after } = await inbox.next();
    expect(after.inbox.totalCount).toBeGreaterThan(before.inbox.totalCount);
    const late = new Feed<Told>(client, INBOX, { after: before.cursor });
    expect((await late.next()).inboxChanged.inbox).toEqual(after.inbox);
    const still = new Feed<Told>(client, INBOX, { after: after.cursor });
    await meetings.called({ title: '又一次' });
    const next = (await still.next()).inboxChanged.inbox;
    expect(next.totalCount).toBeGreaterThan(after.inbox.totalCount);
  });
});
